//go:build unix

package read

import (
	"fmt"
	"os/exec"
	"syscall"
	"time"
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

// boundProcessor ends this process when it has used so much more processor
// time. The system does it: a program that spins in the sandbox stops all else.
func boundProcessor(more time.Duration) {
	var used syscall.Rusage
	var limit syscall.Rlimit
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil || syscall.Getrlimit(syscall.RLIMIT_CPU, &limit) != nil {
		return
	}
	spent := time.Duration(used.Utime.Nano() + used.Stime.Nano())
	limit.Cur = min(uint64((spent+2*more)/time.Second)+2, limit.Max)
	_ = syscall.Setrlimit(syscall.RLIMIT_CPU, &limit) // the process that asked kills it, too
}
