package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// headEnd is how a report without sentences and facts ends in JSON.
const headEnd = `"sentences":null,"facts":null}`

// AppendJSON adds the report as json.Marshal writes it, in a third of the time.
func (r *Report) AppendJSON(to []byte) ([]byte, error) {
	head := *r
	head.Sentences, head.Facts, head.Problems = nil, nil, nil
	data, err := json.Marshal(&head)
	if err != nil {
		return nil, err
	}
	data, ok := bytes.CutSuffix(data, []byte(headEnd))
	if !ok {
		return nil, fmt.Errorf("write report %s: it does not end in %s", r.ID, headEnd)
	}
	o := object{append(to, data...)}
	o.to = append(o.to, `"sentences":`...)
	appendAll(&o, r.Sentences, (*Passage).write)
	o.to = append(o.to, `,"facts":`...)
	appendAll(&o, r.Facts, (*Fact).write)
	if len(r.Problems) > 0 {
		if data, err = json.Marshal(r.Problems); err != nil {
			return nil, err
		}
		o.to = append(append(o.to, `,"problems":`...), data...)
	}
	o.end('}')
	return o.to, nil
}

// appendAll writes a list.
func appendAll[T any](o *object, all []T, write func(*T, *object)) {
	if all == nil {
		o.to = append(o.to, "null"...)
		return
	}
	o.begin('[')
	for i := range all {
		o.next()
		write(&all[i], o)
	}
	o.end(']')
}

func (p *Passage) write(o *object) {
	o.begin('{')
	o.name("span")
	o.begin('{')
	o.number("start", p.Span.Start)
	o.number("end", p.Span.End)
	o.end('}')
	o.number("section", p.Section)
	o.end('}')
}

func (f *Fact) write(o *object) {
	o.begin('{')
	o.text("id", f.ID)
	o.text("report", f.Report)
	o.mayText("org", f.Org)
	o.mayNumber("year", f.Year)
	f.writeValue(o)
	f.writePlace(o)
	o.mayTexts("members", f.Members)
	o.mayText("part_of", f.PartOf)
	if c := f.Cell; c != nil {
		o.name("cell")
		o.begin('{')
		o.number("table", c.Table)
		o.text("row", c.Row)
		o.text("column", c.Column)
		o.end('}')
	}
	o.mayText("level", f.Level)
	o.mayText("scope", f.Scope)
	o.mayText("owner", f.Owner)
	o.mayText("strength", string(f.Strength))
	if f.Testable != nil {
		o.name("testable")
		o.to = strconv.AppendBool(o.to, *f.Testable)
	}
	o.text("quality", string(f.Quality))
	o.mayText("decision", f.Decision)
	o.end('}')
}

// writeValue writes what a fact says, of what and of when.
func (f *Fact) writeValue(o *object) {
	o.text("kind", string(f.Kind))
	o.mayText("indicator", f.Indicator)
	o.mayText("subject", f.Subject)
	o.mayText("action", f.Action)
	if f.Value != nil {
		o.name("value")
		f.Value.write(o)
	}
	o.mayText("comparison", string(f.Comparison))
	o.mayText("better", string(f.Better))
	o.text("modality", string(f.Modality))
	o.mayText("period", f.Period.String())
	o.mayText("due", f.Due.String())
}

// writePlace writes where a fact stands, and who found it.
func (f *Fact) writePlace(o *object) {
	o.text("text", f.Text)
	o.text("sentence", f.Sentence)
	o.name("place")
	f.Place.write(o)
	o.mayTexts("section", f.Section)
	o.mayText("part", string(f.Part))
	o.text("rule", f.Rule)
	o.text("ruleset", f.Ruleset)
}

func (v *Value) write(o *object) {
	o.begin('{')
	o.decimal("min", v.Min)
	o.decimal("max", v.Max)
	o.text("unit", v.Unit)
	o.text("bound", string(v.Bound))
	o.mayText("per", string(v.Per))
	if b := v.Base; b != nil {
		o.name("base")
		o.begin('{')
		o.decimal("min", b.Min)
		o.decimal("max", b.Max)
		o.text("unit", b.Unit)
		o.text("family", b.Family)
		o.end('}')
	}
	o.end('}')
}

func (p Place) write(o *object) {
	o.begin('{')
	o.mayNumber("page", p.Page)
	o.number("start", p.Start)
	o.number("end", p.End)
	o.number("source_start", p.SourceStart)
	o.number("source_end", p.SourceEnd)
	o.end('}')
}
