//go:build !unix

package read

import (
	"os/exec"
	"time"
)

// ownGroup does nothing where processes have no groups: the program itself is
// killed.
func ownGroup(*exec.Cmd) {}

// withMemory returns the command as it is where a program's memory cannot be
// bounded.
func withMemory(_ int64, command []string) []string { return command }

// boundProcessor does nothing where a process cannot bound itself: the process
// that asked kills it.
func boundProcessor(time.Duration) {}
