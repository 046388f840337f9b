#!/bin/sh
# Checks that Go and a C++ compiler are there (gojieba is C++), and says what to
# install. As root on a Debian machine it installs the compiler itself; with the
# argument "tests" also the programs that tests use, which skip without them.
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

[ "${1:-}" = tests ] || exit 0

# What checks the pages: axe-core, which runs in the browser, and the description of the
# API.
if command -v npm >/dev/null 2>&1; then
	[ -d web/testdata/node_modules/@seriousme ] || npm ci --silent --no-audit --no-fund --prefix web/testdata >/dev/null ||
		echo "setup: could not install axe-core and the OpenAPI validator; pages and API will not be checked with them"
fi

# The programs that tests use, each with the package that brings it.
packages=
for tool in soffice:libreoffice-writer-nogui tesseract:tesseract-ocr chromium:chromium; do
	command -v "${tool%%:*}" >/dev/null 2>&1 || packages="$packages ${tool#*:}"
done
office=$(command -v soffice 2>/dev/null) && [ ! -e "$(dirname "$(readlink -f "$office")")/libsclo.so" ] &&
	packages="$packages libreoffice-calc-nogui"
case "$packages" in *writer*) packages="$packages libreoffice-calc-nogui" ;; esac
if ! tesseract --list-langs 2>/dev/null | grep -qx chi_sim; then
	packages="$packages tesseract-ocr-chi-sim"
fi
case "$packages" in *chromium*) packages="$packages fonts-noto-cjk" ;; esac
[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "setup: installing$packages"
	# What is missing here makes tests skip, and say so; it does not stop them.
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
		echo "setup: could not install$packages; some tests will skip"
else
	echo "setup: some tests will skip; for them: sudo apt-get install --no-install-recommends$packages"
fi
