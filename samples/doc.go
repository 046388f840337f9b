// Package samples holds reports of invented offices with the facts expected of
// them. It has no code but its test; see README.md.
package samples
