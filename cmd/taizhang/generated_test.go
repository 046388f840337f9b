package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"

	"taizhang/internal/generate"
)

// generated writes so many distinct reports of invented offices into a folder.
func generated(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: generated DIR COUNT")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const years = 10
	g, err := generate.New(generate.Options{Seed: 7, Years: years})
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for i := 0; i*years < n; i++ {
		for year, r := range g.Office(i).Reports[:min(years, n-i*years)] {
			name := fmt.Sprintf("%03d-%d.txt", i, 2014+year)
			ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), name), []byte(r.Text), 0o600))
		}
	}
}
