package main

import (
	"bufio"
	"encoding/json"
	"io"
)

// printLines prints each item as one line of JSON.
func printLines[T any](out io.Writer, items []T) error {
	w := bufio.NewWriter(out)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, x := range items {
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	return w.Flush()
}

// printJSON prints one indented JSON value.
func printJSON(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
