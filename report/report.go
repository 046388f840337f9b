package report

// Report is one annual report, extracted: what the library stores and the
// ledger reads.
type Report struct {
	ID          string    `json:"id"`   // first 12 hexadecimal digits of the source's hash
	Hash        string    `json:"hash"` // SHA-256 of the original bytes
	Name        string    `json:"name"` // base name of the file
	Format      string    `json:"format"`
	Fingerprint string    `json:"fingerprint"` // of program and rules that extracted it
	Given       Given     `json:"given,omitzero"`
	Text        Text      `json:"text"`
	Outline     Outline   `json:"outline"`
	Sentences   []Passage `json:"sentences"`
	Facts       []Fact    `json:"facts"`
	Problems    []Problem `json:"problems,omitempty"`
}

// Given is what a person said of a document when it was imported; it wins over
// what the document says of itself, also when it is extracted again. Zero fields
// were left to the document.
type Given struct {
	Org  string `json:"org,omitempty"`
	Kind string `json:"kind,omitempty"`
	Year int    `json:"year,omitempty"` // reviewed
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
