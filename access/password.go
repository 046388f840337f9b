package access

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The cost of a password: argon2id with the least that OWASP's Password Storage
// Cheat Sheet recommends, 19 MiB and two passes.
const (
	passes   = 2
	memory   = 19 << 10 // KiB
	threads  = 1
	keyBytes = 32
	saltSize = 16
)

// LeastPassword is how many characters a password must have.
const LeastPassword = 10

// mostPassword bounds what is hashed, in bytes.
const mostPassword = 512

// hashPassword returns a password as it is kept, in the PHC string format.
func hashPassword(password string) (string, error) {
	switch {
	case len([]rune(password)) < LeastPassword:
		return "", fmt.Errorf("the password has %d characters, want at least %d", len([]rune(password)), LeastPassword)
	case len(password) > mostPassword:
		return "", fmt.Errorf("the password has %d bytes, want at most %d", len(password), mostPassword)
	}
	salt := make([]byte, saltSize)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("make a salt: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, passes, memory, threads, keyBytes)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, threads,
		encoded(salt), encoded(key)), nil
}

func encoded(b []byte) string { return base64.RawStdEncoding.EncodeToString(b) }

var errHash = errors.New("want a password as $argon2id$v=19$m=…,t=…,p=…$salt$key")

// matches tells whether a password is the one that was kept.
func matches(kept, password string) (bool, error) {
	if len(password) > mostPassword {
		return false, nil
	}
	parts := strings.Split(kept, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, errHash
	}
	var m, t uint32
	var p uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &m, &t, &p); err != nil || m > 1<<20 || t > 20 || p == 0 {
		return false, errHash
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, errHash
	}
	key, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || len(key) == 0 {
		return false, errHash
	}
	got := argon2.IDKey([]byte(password), salt, t, m, p, uint32(len(key)))
	return subtle.ConstantTimeCompare(got, key) == 1, nil
}
