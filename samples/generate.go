//go:build ignore

// Generate makes the binary samples from samples/src again:
//
//	go run samples/generate.go            text and DOCX
//	go run samples/generate.go -pdf       the PDF too; needs LibreOffice
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"taizhang/internal/samplefiles"
)

func main() {
	pdf := flag.Bool("pdf", false, "make the PDF too (needs soffice and Droid Sans Fallback)")
	dir := flag.String("dir", "samples", "the folder of the samples")
	flag.Parse()
	if err := generate(*dir, *pdf); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(dir string, pdf bool) error {
	for _, s := range samplefiles.Samples() {
		if filepath.Ext(s.Target) == ".pdf" && !pdf {
			continue
		}
		data, err := samplefiles.Make(context.Background(), dir, s)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, s.Target), data, 0o644); err != nil {
			return fmt.Errorf("write a sample: %w", err)
		}
		fmt.Println(s.Target, len(data), "bytes")
	}
	return nil
}
