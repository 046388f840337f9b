package report

// Report is one annual report, extracted: what the library stores and the
// ledger reads.
type Report struct {
	ID          string    `json:"id"`   // first 12 hexadecimal digits of the source's hash
	Hash        string    `json:"hash"` // SHA-256 of the original bytes
	Name        string    `json:"name"` // base name of the file
	Format      string    `json:"format"`
	Fingerprint string    `json:"fingerprint"` // of program and rules that extracted it
	Text        Text      `json:"text"`
	Outline     Outline   `json:"outline"`
	Sentences   []Passage `json:"sentences"`
	Facts       []Fact    `json:"facts"`
	Problems    []Problem `json:"problems,omitempty"`
}

// Passage is a sentence as it is stored: where it stands and under what.
type Passage struct {
	Span    Span `json:"span"`
	Section int  `json:"section"`
}

// Year returns the year the report is filed under: the one it reviews, else
// the one it plans; 0 if neither is known.
func (r Report) Year() int {
	if r.Outline.Reviewed != 0 {
		return r.Outline.Reviewed
	}
	return r.Outline.Planned
}

// Words returns the words of a passage.
func (r Report) Words(p Passage) string { return p.Span.Of(r.Text.Body) }
