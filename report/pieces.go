package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Change says what repair did to a stretch of a source.
type Change string

// What repair does.
const (
	Kept      Change = "kept"
	Joined    Change = "joined"    // line ends taken out inside a paragraph
	Closed    Change = "closed"    // blanks or empty lines taken out
	Dropped   Change = "dropped"   // words taken out: page furniture, residue, repetition
	Rewritten Change = "rewritten" // other characters for the same: width, punctuation
	Inserted  Change = "inserted"  // put in: a blank, a line end
)

// Piece is a stretch of a source and what became of it in the body. Of what is
// taken out the body's span is empty, of what is put in the source's.
type Piece struct {
	Change Change `json:"change"`
	Source Span   `json:"source"` // of Source.Raw
	Body   Span   `json:"body"`
}

// Aligned is a line of the body, its line end included, beside the source it was
// made of; or lines of the source of which nothing is left.
type Aligned struct {
	Page   int     `json:"page,omitempty"` // on which it begins; 0: not known
	Pieces []Piece `json:"pieces"`
}

// Changed tells whether repair changed anything in the row.
func (a Aligned) Changed() bool {
	for _, p := range a.Pieces {
		if p.Change != Kept {
			return true
		}
	}
	return false
}

// Emptied tells whether the row is empty lines that were taken out.
func (a Aligned) Emptied() bool {
	return len(a.Pieces) == 1 && a.Pieces[0].Change == Closed && a.Body().Len() == 0
}

// Source returns the row's stretch of the source.
func (a Aligned) Source() Span {
	return Span{a.Pieces[0].Source.Start, a.Pieces[len(a.Pieces)-1].Source.End}
}

// Body returns the row's stretch of the body.
func (a Aligned) Body() Span {
	return Span{a.Pieces[0].Body.Start, a.Pieces[len(a.Pieces)-1].Body.End}
}

// Pieces aligns the body with raw, the text of the source it was made from.
// The pieces are in order, and together they cover both.
func (t Text) Pieces(raw string) []Piece {
	a := aligner{raw: raw, body: t.Body}
	for _, r := range t.Runs {
		a.takenOut(r.Source)
		source := Span{max(r.Source, a.at), max(r.Source+r.SourceLen, a.at)}
		body := Span{r.Body, r.Body + r.Len}
		switch {
		case source.Len() == 0:
			a.add(Inserted, source, body)
		case r.Len == r.SourceLen && source.Len() == r.Len:
			a.verbatim(source, body)
		default:
			a.add(Rewritten, source, body)
		}
		a.at = source.End
	}
	a.takenOut(len(raw))
	return a.pieces
}

// aligner makes pieces of runs.
type aligner struct {
	raw, body string
	at        int // of raw, up to which pieces reach
	pieces    []Piece
}

func (a *aligner) add(c Change, source, body Span) {
	if source.Len() == 0 && body.Len() == 0 {
		return
	}
	if n := len(a.pieces); n > 0 && c == Kept && a.pieces[n-1].Change == Kept {
		last := &a.pieces[n-1]
		last.Source.End, last.Body.End = source.End, body.End
		return
	}
	a.pieces = append(a.pieces, Piece{c, source, body})
}

// end returns where the body has got to.
func (a *aligner) end() int {
	if len(a.pieces) == 0 {
		return 0
	}
	return a.pieces[len(a.pieces)-1].Body.End
}

// takenOut adds what stands in raw before the given place and not in the body.
func (a *aligner) takenOut(before int) {
	if before <= a.at {
		return
	}
	p, at := Span{a.at, before}, a.end()
	gone := p.Of(a.raw)
	c := Dropped
	switch inside := at > 0 && a.body[at-1] != '\n'; {
	case strings.TrimFunc(gone, unicode.IsSpace) != "":
	case inside && strings.ContainsRune(gone, '\n') && at < len(a.body) && a.body[at] != '\n':
		c = Joined
	default:
		c = Closed
	}
	a.add(c, p, Span{at, at})
	a.at = before
}

// verbatim adds a stretch that has the same length in both. Characters may
// have been changed to others of the same length.
func (a *aligner) verbatim(source, body Span) {
	raw, now := source.Of(a.raw), body.Of(a.body)
	for i := 0; i < len(now); {
		_, size := utf8.DecodeRuneInString(now[i:])
		same := now[i:i+size] == raw[i:i+size]
		k := i + size
		for k < len(now) {
			_, next := utf8.DecodeRuneInString(now[k:])
			if (now[k:k+next] == raw[k:k+next]) != same {
				break
			}
			k += next
		}
		c := Kept
		if !same {
			c = Rewritten
		}
		a.add(c, Span{source.Start + i, source.Start + k}, Span{body.Start + i, body.Start + k})
		i = k
	}
}

// Align aligns the body with raw, line by line of the body.
func (t Text) Align(raw string) []Aligned {
	var rows []Aligned
	var row Aligned
	flush := func() {
		if len(row.Pieces) > 0 {
			row.Page = t.page(row.Pieces[0].Source.Start).Number
			rows = append(rows, row)
		}
		row = Aligned{}
	}
	for _, p := range t.Pieces(raw) {
		if p.Body.Len() == 0 && len(row.Pieces) == 0 && strings.ContainsRune(p.Source.Of(raw), '\n') {
			row.Pieces = append(row.Pieces, p)
			flush()
			continue
		}
		for _, part := range t.lines(p) {
			row.Pieces = append(row.Pieces, part)
			if end := part.Body.End; part.Body.Len() > 0 && t.Body[end-1] == '\n' {
				flush()
			}
		}
	}
	flush()
	return rows
}

// lines cuts a piece that was kept after each line end in it.
func (t Text) lines(p Piece) []Piece {
	if p.Change != Kept {
		return []Piece{p}
	}
	var out []Piece
	for line := range strings.Lines(p.Body.Of(t.Body)) {
		n := len(line)
		out = append(out, Piece{p.Change, Span{p.Source.Start, p.Source.Start + n}, Span{p.Body.Start, p.Body.Start + n}})
		p.Source.Start += n
		p.Body.Start += n
	}
	return out
}
