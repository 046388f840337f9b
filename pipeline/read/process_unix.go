//go:build unix

package read

import (
	"fmt"
	"os/exec"
	"syscall"
)

// ownGroup makes a program the head of a group of processes that is killed as
// a whole: LibreOffice and its like are scripts that start the real program.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// withMemory returns the command line that runs a program with no more than
// the given bytes of memory: what it asks for beyond is refused to it.
func withMemory(bytes int64, command []string) []string {
	limit := fmt.Sprintf(`ulimit -v %d && exec "$0" "$@"`, bytes>>10)
	return append([]string{"/bin/sh", "-c", limit}, command...)
}
