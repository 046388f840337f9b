package service

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// endpointFile lies in the library's folder while a server has it open. Only
// its owner may read it: the token opens the API.
const endpointFile = "server.json"

// Endpoint is where a server of a library is found.
type Endpoint struct {
	Address string `json:"address"` // http://127.0.0.1:8420
	Token   string `json:"token"`
	Process int    `json:"process"`
}

// ErrNoServer is the error of a library that no server has open.
var ErrNoServer = errors.New("no server is running for this library")

// NewToken returns a random token.
func NewToken() string { return rand.Text() }

// Announce writes where the server of this library is found. What an earlier
// server left there is of a dead one, for this one holds the library.
func (s *Service) Announce(e Endpoint) error {
	e.Process = os.Getpid()
	data, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("announce server: %w", err)
	}
	path := filepath.Join(s.settings.Library, endpointFile)
	temp := path + ".new"
	if err := errors.Join(os.WriteFile(temp, append(data, '\n'), 0o600), os.Chmod(temp, 0o600)); err != nil {
		return fmt.Errorf("announce server: %w", err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("announce server: %w", err)
	}
	return nil
}

// Withdraw takes the announcement back.
func (s *Service) Withdraw() error {
	return os.Remove(filepath.Join(s.settings.Library, endpointFile))
}

// FindEndpoint returns where the server of the library in dir is found;
// ErrNoServer where there is none, or only what a dead one left. A process of
// that number may be another by now: only an answer to the token is proof.
func FindEndpoint(dir string) (Endpoint, error) {
	data, err := os.ReadFile(filepath.Join(dir, endpointFile))
	if errors.Is(err, fs.ErrNotExist) {
		return Endpoint{}, ErrNoServer
	}
	if err != nil {
		return Endpoint{}, fmt.Errorf("find server: %w", err)
	}
	var e Endpoint
	if json.Unmarshal(data, &e) != nil || e.Address == "" || !isAlive(e.Process) {
		return Endpoint{}, ErrNoServer
	}
	return e, nil
}

// isAlive tells whether there is a process of that number.
func isAlive(id int) bool {
	p, err := os.FindProcess(id)
	if err != nil || id <= 0 {
		return false
	}
	if runtime.GOOS == "windows" {
		return true // finding it there is enough
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
