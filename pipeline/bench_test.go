package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yanyiwu/gojieba"

	"taizhang/pipeline/repair"
	"taizhang/pipeline/structure"
	"taizhang/report"
)

// benchSample is a report of some 12 KB, denser in values than most.
const benchSample = "../samples/linjiang-project-centre/2021.md"

func benchText(b testing.TB, file string) []byte {
	b.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// benchDocument is a report repaired and structured.
func benchDocument(b testing.TB, p *Pipeline, file string) (report.Text, report.Outline) {
	b.Helper()
	source, err := p.reader.Read(context.Background(), filepath.Base(file), benchText(b, file))
	if err != nil {
		b.Fatal(err)
	}
	text := repair.Repair(&source, p.lexicon)
	return text, structure.Outline(text, structure.Hints{}, p.lexicon)
}

// extract is repaired text to facts.
func (p *Pipeline) extract(text report.Text, outline report.Outline) []report.Fact {
	s := p.desk()
	defer p.leave(s)
	return p.facts(s, p.understand(s, text, outline))
}

// BenchmarkFile is a whole document after start-up: bytes to report.
func BenchmarkFile(b *testing.B) {
	p, data := pipeline(b), benchText(b, benchSample)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := p.File(context.Background(), "2021.md", data, Hints{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFacts is repaired text to facts, segmentation included. It is to
// be held against BenchmarkTag of the same run.
func BenchmarkFacts(b *testing.B) {
	p := pipeline(b)
	text, outline := benchDocument(b, p, benchSample)
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		p.extract(text, outline)
	}
}

// BenchmarkTag is what gojieba alone takes to tag the same text, line by line.
func BenchmarkTag(b *testing.B) {
	j := gojieba.NewJieba()
	defer j.Free()
	text, _ := benchDocument(b, pipeline(b), benchSample)
	lines := strings.Split(text.Body, "\n")
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		for _, l := range lines {
			j.Tag(l)
		}
	}
}

// The stages of BenchmarkFacts, one by one.

func BenchmarkSentences(b *testing.B) {
	p := pipeline(b)
	text, outline := benchDocument(b, p, benchSample)
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		p.segmenter.Sentences(text, outline)
	}
}

func BenchmarkMentions(b *testing.B) {
	p := pipeline(b)
	text, outline := benchDocument(b, p, benchSample)
	d := p.understand(&scratch{}, text, outline)
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		for _, s := range d.Sentences {
			p.recogniser.Mentions(text.Body, s, d.Anchor(s))
		}
	}
}

func BenchmarkAttributions(b *testing.B) {
	p := pipeline(b)
	text, outline := benchDocument(b, p, benchSample)
	d := p.understand(&scratch{}, text, outline)
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		p.attributor.Values(nil, d)
	}
}

func BenchmarkMatch(b *testing.B) {
	p := pipeline(b)
	text, outline := benchDocument(b, p, benchSample)
	d := p.understand(&scratch{}, text, outline)
	attributions := p.attributor.Values(nil, d)
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		p.matcher.Facts(d, attributions)
	}
}
