package report

// Span is a half-open range of bytes [Start, End) in a text: in Source.Raw or
// in Text.Body, as the holder says.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the words of the span in s.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len returns the number of bytes covered.
func (p Span) Len() int { return p.End - p.Start }

// Contains tells whether q lies wholly inside p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps tells whether p and q share a byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }
