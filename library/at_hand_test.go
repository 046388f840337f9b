package library

import (
	"reflect"
	"testing"

	"taizhang/report"
)

// TestUnpackText unpacks a report whose words look like what its facts begin with.
func TestUnpackText(t *testing.T) {
	c, err := newCodec()
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	whole := report.Report{ID: "0a", Hash: "0a1b", Name: `x","facts":[.txt`,
		Text:      report.Text{Body: `他说：","facts":[]}。` + "\n"},
		Outline:   report.Outline{Title: `],"facts":`, Sections: []report.Section{{Parent: -1}}},
		Sentences: []report.Passage{{Span: report.Span{Start: 0, End: 9}}}}
	for _, facts := range [][]report.Fact{nil, {}, {{ID: "1", Text: "3个"}}} {
		r := whole
		r.Facts = facts
		data, err := c.pack(&r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.unpackText(data)
		if err != nil {
			t.Fatal(err)
		}
		if got.Facts != nil {
			t.Errorf("unpacked with facts: %v", got.Facts)
		}
		if !reflect.DeepEqual(*got, whole) {
			t.Errorf("unpacked %+v, want %+v", *got, whole)
		}
	}
}
