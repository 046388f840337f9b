#!/bin/sh
# Checks that Go and a C++ compiler are there (gojieba is C++), and says what to
# install. As root on a Debian machine it installs the compiler itself.
set -eu

want=1.26

missing() {
	echo "setup: $1" >&2
	exit 1
}

command -v go >/dev/null 2>&1 || missing "go is missing: install Go $want or newer (https://go.dev/dl) and put it on the PATH"
have=$(go env GOVERSION | sed 's/^go//')
oldest=$(printf '%s\n%s\n' "$want" "$have" | sort -V | head -n 1)
[ "$oldest" = "$want" ] || missing "go $have is too old: install Go $want or newer"

compiler=$(go env CXX)
if ! command -v "${compiler%% *}" >/dev/null 2>&1; then
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		echo "setup: installing g++"
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq g++ >/dev/null
	else
		missing "a C++ compiler is missing: run 'sudo apt-get install g++' (Debian, Ubuntu) or 'sudo dnf install gcc-c++' (Fedora, openEuler)"
	fi
fi
[ "$(go env CGO_ENABLED)" = 1 ] || missing "cgo is off: unset CGO_ENABLED, the word segmenter is C++"
