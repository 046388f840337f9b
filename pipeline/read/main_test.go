package read

import (
	"fmt"
	"os"
	"testing"
)

// witnessMark makes the test binary serve as the witness process.
const witnessMark = "READ_TEST_WITNESS"

func TestMain(m *testing.M) {
	if os.Getenv(witnessMark) != "" {
		if err := ServeWitness(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// witnessCommand is the command line of the witness in tests.
func witnessCommand(t testing.TB) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(witnessMark, "1")
	return []string{self}
}
