//go:build unix

package read

import (
	"os/exec"
	"syscall"
)

// ownGroup makes a program the head of a group of processes that is killed as
// a whole: LibreOffice and its like are scripts that start the real program.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
