package library

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestFullDisk lets a process work until the disk is full; then there is room
// again. What it said was done is there, and the import goes on. In full size:
// 40 sizes of disk.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	sizes, files := []int{300, 900}, 60
	if isLong() {
		sizes, files = nil, 300
		for n := range 40 {
			sizes = append(sizes, 100+n*n*3)
		}
	}
	full := 0
	for _, kilobytes := range sizes {
		disk := t.TempDir()
		mount(t, disk, kilobytes, "")
		dir := disk + "/library"
		c := startChild(t, dir, fmt.Sprintf("0-%d", files), "once")
		if err := c.cmd.Wait(); err != nil {
			full++
			if said := c.said(t); !strings.Contains(said, "no space left") {
				t.Errorf("%d KB: the child ended with %v and said\n%s", kilobytes, err, said)
			}
		}
		mount(t, disk, 512<<10, "remount,")
		l := opened(t, dir, childOptions())
		consistent(t, l, nil)
		importedAll(t, l, files)
		sound(t, l, files, 2*files)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if full == 0 {
		t.Error("no disk was full; choose smaller ones")
	}
	t.Logf("%d disks, %d of them full in the import of %d files; all libraries were sound at the end",
		len(sizes), full, files)
}

// mount puts a small disk of memory in a folder until the test ends.
func mount(t *testing.T, dir string, kilobytes int, how string) {
	t.Helper()
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("%ssize=%dk", how, kilobytes), "tmpfs", dir).CombinedOutput()
	if err != nil {
		t.Skipf("a small disk cannot be mounted here (%v: %s)", err, strings.TrimSpace(string(out)))
	}
	if how == "" {
		t.Cleanup(func() {
			if out, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
				t.Errorf("umount: %v: %s", err, out)
			}
		})
	}
}

// TestDiskFullDecision has no room for a decision: it is refused whole.
func TestDiskFullDecision(t *testing.T) {
	disk := t.TempDir()
	mount(t, disk, 4096, "")
	l := opened(t, disk+"/library", childOptions())
	filler, err := os.Create(disk + "/filler")
	if err != nil {
		t.Fatal(err)
	}
	defer filler.Close()
	block := make([]byte, 1024)
	for err == nil {
		_, err = filler.Write(block)
	}
	var kept int
	for kept = 0; kept < 200; kept++ {
		if _, err = l.Decide(confirmed(fmt.Sprint("第", kept, "小学"))); err != nil {
			break
		}
	}
	if err == nil {
		t.Skip("the disk has room for 200 decisions still")
	}
	all, err := l.Decisions()
	if err != nil || len(all) > kept+1 || len(all) < kept {
		t.Errorf("%d decisions are there (%v), %d were made", len(all), err, kept)
	}
}
