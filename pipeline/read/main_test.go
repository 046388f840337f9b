package read

import (
	"fmt"
	"io"
	"os"
	"testing"
)

// serveMark makes the test binary serve as one of the PDF readers.
const serveMark = "READ_TEST_SERVE"

// servers are what a process of a PDF reader may be.
var servers = map[string]func(io.Reader, io.Writer) error{
	"pdf":     ServePDF,
	"witness": ServeWitness,
	"crash":   func(in io.Reader, _ io.Writer) error { _, _ = in.Read(make([]byte, 1)); os.Exit(3); return nil },
	"hang":    func(io.Reader, io.Writer) error { select {} },
	"babble":  func(_ io.Reader, out io.Writer) error { _, err := out.Write([]byte("\x07garbage")); return err },
}

func TestMain(m *testing.M) {
	if os.Getenv(serveMark) != "" {
		if err := servers[os.Args[1]](os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// serverCommand is the command line of a PDF reader in tests.
func serverCommand(t testing.TB, name string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(serveMark, "1")
	return []string{self, name}
}
