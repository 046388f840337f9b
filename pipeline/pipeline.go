// Package pipeline is the order of the stages, and the one door to them:
//
//	bytes → read → repair → structure → segment → recognise → attribute → match → Report
//
// Stages do not know each other; File writes their order down. Everything from
// repair on is a pure function of its arguments.
package pipeline

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"taizhang/pipeline/attribute"
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/match"
	"taizhang/pipeline/read"
	"taizhang/pipeline/recognise"
	"taizhang/pipeline/repair"
	"taizhang/pipeline/ruleset"
	"taizhang/pipeline/segment"
	"taizhang/pipeline/structure"
	"taizhang/report"
)

// Pipeline turns documents into reports. It is safe for use by several
// goroutines at once.
type Pipeline struct {
	reader     *read.Reader
	lexicon    *lexicon.Lexicon
	segmenter  *segment.Segmenter
	recogniser *recognise.Recogniser
	attributor *attribute.Attributor
	matcher    *match.Matcher
	rules      *ruleset.Set
	words      []string         // names people confirmed
	folders    []fs.FS          // of rules, built-in first
	problems   []report.Problem // of the rule files
	scratch    sync.Pool        // *scratch, of documents that are done
}

// scratch is what a document needs on its way only, kept for the next one.
type scratch struct {
	sentences    []report.Sentence
	mentions     []report.Mention // of all these
	words        []report.Token
	attributions []report.Attribution
}

// desk returns lists for a document.
func (p *Pipeline) desk() *scratch {
	if s, ok := p.scratch.Get().(*scratch); ok {
		return s
	}
	return &scratch{}
}

// mostKept is up to how many members lists are used again: the memory of
// larger ones is given back.
const mostKept = 1 << 14

// leave keeps the lists of a document that is done with.
func (p *Pipeline) leave(s *scratch) {
	if cap(s.mentions) > mostKept || cap(s.words) > 8*mostKept || cap(s.sentences) > mostKept {
		return
	}
	clear(s.sentences) // they hold the document
	clear(s.mentions)
	clear(s.attributions)
	p.scratch.Put(s)
}

// Hints are what a person says of a document; they win over what it says of
// itself. Year is the year reviewed; 0 and "" leave it to the document.
type Hints struct {
	Org  string
	Kind string
	Year int
}

// File extracts one document. name is its file name. The error is a
// *report.Refusal where the document cannot be taken in.
func (p *Pipeline) File(ctx context.Context, name string, data []byte, h Hints) (report.Report, error) {
	source, err := p.reader.Read(ctx, name, data)
	if err != nil {
		return report.Report{}, fmt.Errorf("read %s: %w", name, err)
	}
	text := repair.Repair(&source, p.lexicon)
	outline := structure.Outline(text, structure.Hints{FileName: name, Org: h.Org, Kind: h.Kind, Year: h.Year}, p.lexicon)
	s := p.desk()
	defer p.leave(s)
	document, err := p.understandWithin(s, text, outline, func(values int) error {
		if most := p.reader.Limits().Values; values > most {
			return refuseValues(name, most)
		}
		return ctx.Err()
	})
	if err != nil {
		return report.Report{}, err
	}
	return p.assemble(&document, p.facts(s, document)), nil
}

// facts returns the facts of a document whose sentences are understood.
func (p *Pipeline) facts(s *scratch, d report.Document) []report.Fact {
	s.attributions = p.attributor.Values(s.attributions[:0], d)
	return p.matcher.Facts(d, s.attributions)
}

// understand cuts the text into sentences and recognises what stands in each.
// Words are cut only of sentences that are read word by word: cutting them is
// the most costly step of all, and half of the sentences hold no value. All
// sentences are recognised first: dictionary and tables do not fit into the
// processor's cache together.
func (p *Pipeline) understand(s *scratch, text report.Text, outline report.Outline) report.Document {
	d, _ := p.understandWithin(s, text, outline, func(int) error { return nil })
	return d
}

// understandWithin understands until more, which is told now and then how many
// values and times there are, gives an error.
func (p *Pipeline) understandWithin(
	s *scratch, text report.Text, outline report.Outline, more func(values int) error,
) (report.Document, error) {
	d := report.Document{Text: text, Outline: outline}
	s.sentences = segment.Sentences(s.sentences[:0], text, outline)
	d.Sentences = s.sentences
	var err error
	if s.mentions, err = p.recogniser.Fill(s.mentions[:0], &d, more); err != nil {
		return d, err
	}
	s.words = p.segmenter.Fill(s.words[:0], text.Body, s.sentences, attribute.Reads(text.Body))
	return d, nil
}

func refuseValues(name string, most int) error {
	return fmt.Errorf("read %s: %w", name, &report.Refusal{
		Code: report.RefusedTooLarge,
		Why:  fmt.Sprintf("the document is too large: more than %d values and times", most),
		Hint: "split it into one file a report, or raise the limits in the settings",
	})
}

// assemble puts together what is kept of a document.
func (p *Pipeline) assemble(d *report.Document, facts []report.Fact) report.Report {
	source := d.Text.Source
	r := report.Report{
		ID:          source.ID(),
		Hash:        source.Hash,
		Name:        source.Name,
		Format:      source.Format,
		Fingerprint: p.Fingerprint(),
		Text:        d.Text,
		Outline:     d.Outline,
		Facts:       facts,
		Problems:    append(source.Problems, d.Outline.Problems...),
	}
	r.Sentences = slices.Grow(r.Sentences, len(d.Sentences))
	for i := range d.Sentences {
		s := &d.Sentences[i]
		r.Sentences = append(r.Sentences, report.Passage{Span: s.Span, Section: s.Section})
	}
	return r
}
