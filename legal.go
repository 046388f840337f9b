// Package taizhang, at the root, carries the texts that the program must be
// able to show: its licence, and what it owes to others.
package taizhang

import _ "embed"

// Notice names the works of others in the binary, with their licences.
//
//go:embed NOTICE
var Notice string

// License is the licence of the program.
//
//go:embed LICENSE
var License string
