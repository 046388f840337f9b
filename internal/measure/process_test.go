package measure

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// spent is what a process took: by the clock, of the processors, of memory.
type spent struct {
	wall, processor time.Duration
	peak            int64 // bytes of memory at most
	out             []byte
}

// run runs a program to its end. Both sides of a comparison run at the same
// priority.
func run(t testing.TB, name string, args ...string) spent {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	var errors strings.Builder
	cmd.Stderr = &errors
	start := time.Now()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, errors.String())
	}
	s := spent{wall: time.Since(start), out: out, processor: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.peak = u.Maxrss << 10
	}
	return s
}

// built builds the program.
func built(t testing.TB) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "taizhang")
	cmd := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-o", binary, "./cmd/taizhang")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return binary
}

// bytesBelow sums up the files below the folders.
func bytesBelow(t testing.TB, dirs ...string) int64 {
	t.Helper()
	sum := int64(0)
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err == nil {
				sum += info.Size()
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return sum
}

// median returns the middle of an odd number of durations.
func median(all []time.Duration) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// percentile returns the duration that so many percent stay below or at.
func percentile(all []time.Duration, percent int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	all = slices.Sorted(slices.Values(all))
	return all[min(len(all)-1, len(all)*percent/100)]
}

func writeFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
