// Package rules holds the built-in rule sets and word lists: YAML for people
// who write rules. The Go here only embeds and tests them.
package rules

import "embed"

// FS is the built-in rules folder: topics at the top, lexicon/ below.
//
//go:embed *.yaml lexicon/*.yaml
var FS embed.FS
