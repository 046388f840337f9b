// Command cmd writes generated offices into a folder: a folder an office, a TXT
// file a report, and truth.jsonl beside them.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"taizhang/internal/generate"
)

func main() { os.Exit(run()) }

func run() int {
	var o generate.Options
	offices := flag.Int("offices", 6, "how many offices")
	out := flag.String("out", "", "folder to write to")
	flag.IntVar(&o.Years, "years", 10, "reports of each office, one a year")
	flag.IntVar(&o.First, "first", 2014, "the year that the first report reviews")
	flag.IntVar(&o.Promises, "promises", 17, "promises in each plan")
	flag.IntVar(&o.Bytes, "bytes", 11500, "size of a report, about")
	flag.Uint64Var(&o.Seed, "seed", 1, "the same seed makes the same bytes")
	flag.Parse()
	if *out == "" {
		fmt.Fprintln(os.Stderr, "name the folder to write to: --out DIR")
		return 2
	}
	if err := writeAll(o, *offices, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func writeAll(o generate.Options, offices int, dir string) error {
	g, err := generate.New(o)
	if err != nil {
		return err
	}
	for i := range offices {
		if err := write(g.Office(i), filepath.Join(dir, fmt.Sprintf("office-%04d", i+1))); err != nil {
			return err
		}
	}
	return nil
}

// write writes the reports of an office and its truth.
func write(o generate.Office, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, r := range o.Reports {
		if err := os.WriteFile(filepath.Join(dir, r.Name), []byte(r.Text), 0o644); err != nil {
			return err
		}
	}
	f, err := os.Create(filepath.Join(dir, "truth.jsonl"))
	if err != nil {
		return err
	}
	if err := o.Truth.Write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
