package service

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestEndpoint(t *testing.T) {
	dir := t.TempDir()
	s := &Service{settings: Settings{Library: dir}}
	if _, err := FindEndpoint(dir); !errors.Is(err, ErrNoServer) {
		t.Errorf("no file: %v, want ErrNoServer", err)
	}
	want := Endpoint{Address: "http://127.0.0.1:1", Token: NewToken(), Process: os.Getpid()}
	if err := s.Announce(want); err != nil {
		t.Fatal(err)
	}
	if got, err := FindEndpoint(dir); got != want || err != nil {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	info, err := os.Stat(filepath.Join(dir, endpointFile))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v, want 0600: the token opens the API", info.Mode(), err)
	}
	if err := s.Withdraw(); err != nil {
		t.Fatal(err)
	}
	if _, err := FindEndpoint(dir); !errors.Is(err, ErrNoServer) {
		t.Errorf("withdrawn: %v, want ErrNoServer", err)
	}
}

func TestEndpointOfDeadProcess(t *testing.T) {
	dead := exec.Command("true")
	if err := dead.Run(); err != nil {
		t.Skip("no program true:", err)
	}
	for name, text := range map[string]string{
		"dead":    fmt.Sprintf(`{"address":"http://127.0.0.1:1","token":"x","process":%d}`, dead.Process.Pid),
		"none":    `{"address":"http://127.0.0.1:1","token":"x"}`,
		"damaged": `{"address":`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, endpointFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if e, err := FindEndpoint(dir); !errors.Is(err, ErrNoServer) {
			t.Errorf("%s: %+v, %v, want ErrNoServer", name, e, err)
		}
	}
}
