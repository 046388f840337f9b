package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"taizhang/index"
	"taizhang/pipeline/segment"
	"taizhang/report"
)

// cutter loads the dictionaries once for all tests.
var cutter = sync.OnceValues(func() (*segment.Segmenter, error) {
	return segment.New(filepath.Join(os.TempDir(), "taizhang-test"))
})

func options(t testing.TB) Options {
	t.Helper()
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Cutter: c, Create: true, Wait: 1}
}

func opened(t testing.TB, dir string, o Options) *Library {
	t.Helper()
	l, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// reportOf stands for the pipeline: the text as it is, a sentence up to each
// 。, a fact for each 个. "拒" is refused and "恐" makes it panic.
func reportOf(_ context.Context, name string, data []byte) (report.Report, error) {
	switch {
	case bytes.Contains(data, []byte("拒")):
		return report.Report{}, &report.Refusal{Code: report.RefusedUnreadable, Why: "garbage", Hint: "scan it again"}
	case bytes.Contains(data, []byte("恐")):
		panic("out of range")
	}
	hash := hashOf(data)
	body := string(data)
	r := report.Report{ID: idOf(hash), Hash: hash, Name: name, Format: "txt",
		Text: report.Text{Body: body, Runs: []report.Run{{Len: len(body), SourceLen: len(body)}}}}
	r.Outline = report.Outline{Org: "区重建中心", Reviewed: 2023, Sections: []report.Section{{Parent: -1}}}
	at := 0
	for _, s := range strings.SplitAfter(body, "。") {
		if s == "" {
			continue
		}
		r.Sentences = append(r.Sentences, report.Passage{Span: report.Span{Start: at, End: at + len(s)}})
		if i := strings.Index(s, "个"); i > 0 {
			n := len(r.Facts)
			r.Facts = append(r.Facts, report.Fact{ID: fmt.Sprintf("%s-%d", r.ID, n), Report: r.ID, Year: 2023,
				Kind: report.KindCount, Modality: report.Actual, Sentence: s, Text: "个",
				Place: r.Text.Place(report.Span{Start: at + i, End: at + i + len("个")})})
		}
		at += len(s)
	}
	return r, nil
}

// texts returns inputs of the given texts, named 0.txt, 1.txt, ...
func texts(all ...string) []Input {
	var out []Input
	for i, text := range all {
		out = append(out, Input{Path: fmt.Sprintf("in/%d.txt", i), Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	return out
}

// numbered returns n texts with two facts each.
func numbered(n int) []Input {
	var all []string
	for i := range n {
		all = append(all, numberedText(i))
	}
	return texts(all...)
}

func numberedText(i int) string {
	return fmt.Sprintf("新增学位%d个。建成学校%d个。整改率达%d%%。", 1000+i, i, i)
}

func imported(t testing.TB, l *Library, files []Input) Summary {
	t.Helper()
	s, err := l.Import(t.Context(), files, reportOf, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sound fails the test unless the doctor finds nothing and the library holds
// just that many reports and facts.
func sound(t testing.TB, l *Library, reports, facts int) {
	t.Helper()
	problems, err := l.Doctor()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("doctor: %s %s", p.Code, p)
	}
	if got := len(l.Reports()); got != reports {
		t.Errorf("got %d reports, want %d", got, reports)
	}
	found, total, err := l.Facts(t.Context(), index.Query{}, index.Page{})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != facts || total.Count != facts {
		t.Errorf("got %d facts, total %+v, want %d", len(found), total, facts)
	}
	seen := map[string]bool{}
	for _, f := range found {
		if seen[f.ID] {
			t.Errorf("fact %s is there twice", f.ID)
		}
		seen[f.ID] = true
	}
}

func isInUse(err error) bool {
	var in *InUseError
	return errors.As(err, &in)
}
