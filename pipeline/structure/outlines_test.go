package structure

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

// known is a line of testdata/outlines.jsonl: what a careful reader says of a
// document. Plan is the hash of the folded first characters of the plan.
type known struct {
	SHA256            string
	Name              string
	Org, Kind         string
	Reviewed, Planned int
	Plan              string
}

func readKnown(t *testing.T) map[string]known {
	t.Helper()
	f, err := os.Open("testdata/outlines.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string]known{}
	for s := bufio.NewScanner(f); s.Scan(); {
		var k known
		if err := json.Unmarshal(s.Bytes(), &k); err != nil {
			t.Fatal(err)
		}
		all[k.SHA256] = k
	}
	return all
}

// planHash is the hash that outlines.jsonl names the beginning of a plan by.
func planHash(o report.Outline, body string) string {
	for _, e := range o.Evidence {
		if e.Field != "plan_start" {
			continue
		}
		folded := []rune(strings.Join(strings.Fields(norm.NFKC.String(body[e.Span.Start:])), ""))
		sum := sha256.Sum256([]byte(string(folded[:min(8, len(folded))])))
		return hex.EncodeToString(sum[:])[:8]
	}
	return ""
}

// TestOutlines compares with what a reader says of every document, and prints
// how much is right. The gold texts and samples must be right in all; the
// corpora in 95 of a hundred.
func TestOutlines(t *testing.T) {
	all, lex := readKnown(t), words(t)
	right, total, files := 0, 0, 0
	for _, d := range documents(t) {
		k, ok := all[d.text.Source.Hash]
		if !ok {
			t.Logf("%s is not in testdata/outlines.jsonl", d.name)
			continue
		}
		files++
		o := Outline(d.text, Hints{FileName: d.name}, lex)
		for _, f := range []struct {
			field     string
			got, want any
		}{
			{"org", o.Org, k.Org}, {"kind", o.Kind, k.Kind}, {"reviewed", o.Reviewed, k.Reviewed},
			{"planned", o.Planned, k.Planned}, {"plan", planHash(o, d.text.Body), k.Plan},
		} {
			total++
			if f.got == f.want {
				right++
				continue
			}
			if strings.HasPrefix(k.Name, "corpus/") {
				t.Logf("%s: %s is %v, want %v", k.Name, f.field, f.got, f.want)
			} else {
				t.Errorf("%s: %s is %v, want %v", k.Name, f.field, f.got, f.want)
			}
		}
	}
	if total == 0 {
		t.Skip("no documents: set TAIZHANG_SHARED to the shared folder")
	}
	t.Logf("%d of %d fields of %d documents are right", right, total, files)
	if 100*right < 95*total {
		t.Errorf("only %d of %d fields are right", right, total)
	}
}
