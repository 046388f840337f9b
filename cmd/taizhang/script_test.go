package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts of testdata/script run the real main, as a person would.

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"taizhang": main})
}

func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", samples)
			// Dictionaries and compiled code are dear to make: once for all scripts.
			e.Setenv("TAIZHANG_CACHE", filepath.Join(os.TempDir(), "taizhang-test"))
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "long":
				return os.Getenv("TAIZHANG_LONG") != "", nil
			case "offline": // a command can be run without any network but the loopback
				return exec.Command("unshare", "-rn", "ip", "link", "set", "lo", "up").Run() == nil, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"build": build, "same": same, "serving": serving, "generated": generated},
	})
}

// build makes the binary as `make build` does, into the named file.
func build(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: build FILE")
	}
	cmd := exec.Command("go", "build", "-trimpath", "-o", ts.MkAbs(args[0]), ".")
	if out, err := cmd.CombinedOutput(); err != nil {
		ts.Fatalf("go build: %v\n%s", err, out)
	}
}
