package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"taizhang/internal/gold"
	"taizhang/report"
)

// Evaluation is what the extracted facts of a document are worth, held against
// facts annotated by hand.
type Evaluation struct {
	Figures
	Kinds   []KindFigures `json:"kinds"`            // each kind as if it alone were scored
	Missed  []Miss        `json:"missed,omitempty"` // annotated and not extracted
	Wrong   []Miss        `json:"wrong,omitempty"`  // extracted with a field that is not right
	Extra   []Miss        `json:"extra,omitempty"`  // extracted and not annotated
	Invalid []string      `json:"invalid,omitempty"`
}

// Figures are the figures of score.py: a fact is found when one of the same
// sentence has the same value, and full when its scored fields are right too.
type Figures struct {
	Gold        int            `json:"gold"`  // annotated facts that must be found
	Facts       int            `json:"facts"` // extracted facts of the scored kinds
	Found       int            `json:"found"`
	Full        int            `json:"full"`
	FalseAlarms int            `json:"false_alarms"`
	FoundRates  Rates          `json:"found_rates"`
	FullRates   Rates          `json:"full_rates"`
	Fields      []FieldFigures `json:"fields"` // of the found facts
}

// Rates are shares from 0 to 1; F1 is the harmonic mean of the other two.
type Rates struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// KindFigures are the figures of one kind.
type KindFigures struct {
	Kind report.Kind `json:"kind"`
	Figures
}

// FieldFigures say how often a field of a found fact was right.
type FieldFigures struct {
	Field string  `json:"field"`
	Right int     `json:"right"`
	Asked int     `json:"asked"`
	Share float64 `json:"share"`
}

// Miss is one mistake. Field, Want and Got are given where a field is wrong.
type Miss struct {
	Kind     string `json:"kind"`
	Text     string `json:"text"`
	Sentence string `json:"sentence"`
	Field    string `json:"field,omitempty"`
	Want     string `json:"want,omitempty"`
	Got      string `json:"got,omitempty"`
}

// EvalRequest is a document with its annotated facts, one JSON object a line.
type EvalRequest struct {
	Name  string // of the document's file
	Data  []byte
	Gold  io.Reader
	Kinds []report.Kind // scored kinds; nil: all that carry a value or a date
	Hints Hints
}

// Evaluate extracts the document and scores its facts. The error is a
// *report.Refusal where the document cannot be read, and names every bad line
// where the annotations cannot.
func (p *Pipeline) Evaluate(ctx context.Context, q EvalRequest) (Evaluation, error) {
	lines, err := gold.Parse(q.Gold)
	if err != nil {
		return Evaluation{}, fmt.Errorf("gold file: %w", err)
	}
	if len(lines) == 0 {
		return Evaluation{}, errors.New("gold file: it is empty; want one annotated fact a line")
	}
	r, err := p.File(ctx, q.Name, q.Data, q.Hints)
	if err != nil {
		return Evaluation{}, err
	}
	if q.Kinds == nil {
		q.Kinds = gold.ValueKinds()
	}
	return evaluation(lines, r, q.Kinds), nil
}

func evaluation(lines []gold.Line, r report.Report, kinds []report.Kind) Evaluation {
	all := gold.Score(lines, r.Facts, gold.Options{Kinds: kinds, Body: r.Text.Body})
	out := Evaluation{Figures: figures(all), Invalid: all.Bad}
	for _, k := range kinds {
		one := gold.Score(lines, r.Facts, gold.Options{Kinds: []report.Kind{k}, Body: r.Text.Body})
		if one.Total+one.Predicted > 0 {
			out.Kinds = append(out.Kinds, KindFigures{k, figures(one)})
		}
	}
	for _, g := range all.Missed {
		out.Missed = append(out.Missed, Miss{Kind: g.Kind, Text: g.Quote, Sentence: g.Context})
	}
	for _, w := range all.Wrong {
		out.Wrong = append(out.Wrong, Miss{Kind: w.Line.Kind, Text: w.Line.Quote,
			Sentence: w.Line.Context, Field: string(w.Field), Want: w.Want, Got: w.Got})
	}
	for _, e := range all.Extra {
		out.Extra = append(out.Extra, Miss{Kind: string(e.Kind), Text: e.Text, Sentence: e.Sentence})
	}
	return out
}

func figures(r gold.Result) Figures {
	rates := func(n int, f1 float64) Rates {
		return Rates{Precision: share(n, r.Predicted), Recall: share(n, r.Total), F1: f1}
	}
	out := Figures{
		Gold: r.Total, Facts: r.Predicted, Found: r.Found, Full: r.Full, FalseAlarms: r.FalseAlarms(),
		FoundRates: rates(r.Found, r.FoundF1()), FullRates: rates(r.Full, r.FullF1()),
	}
	for _, f := range gold.Fields() {
		if t := r.Fields[f]; t.Asked > 0 {
			out.Fields = append(out.Fields,
				FieldFigures{Field: string(f), Right: t.Right, Asked: t.Asked, Share: r.Share(f)})
		}
	}
	return out
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Kinds returns all kinds of facts: first those scored by default.
func Kinds() []report.Kind {
	return append(gold.ValueKinds(),
		report.KindAward, report.KindEvent, report.KindDocument, report.KindTask)
}

// ParseKinds reads names of kinds (count, amount, …); "all" is every one.
func ParseKinds(names []string) ([]report.Kind, error) {
	var out []report.Kind
	for _, n := range names {
		k := report.Kind(strings.TrimSpace(n))
		switch {
		case k == "all":
			return Kinds(), nil
		case !slices.Contains(Kinds(), k):
			return nil, fmt.Errorf("kind %q: want some of %s, or all", n, joined(Kinds()))
		}
		out = append(out, k)
	}
	return out, nil
}

func joined(kinds []report.Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}
