package pipeline

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

// The promises of testdata/ledger were annotated by reading the reports,
// before anybody saw what the ledger makes of them. The reports are not ours
// to keep here: a line names documents by hash, clauses by place and sentences
// by hash; see the README there.

// reportLedger is a file of testdata/ledger: an office, the day on which its
// ledger is looked at, its reports, and promises of theirs.
type reportLedger struct {
	Org       string `json:"org"`
	Today     string `json:"today"`
	Documents []struct {
		Year     int    `json:"year"`
		Document string `json:"document"`
	} `json:"documents"`
	promises []reportPromise
}

// reportPromise is a line of such a file.
type reportPromise struct {
	ID string `json:"id"`
	reportQuote
	Year         int                         `json:"year"`
	Status       string                      `json:"status"`
	Solid        bool                        `json:"solid"`
	HeldOut      bool                        `json:"held_out"`
	Targets      []struct{ Min, Max string } `json:"targets"`
	Answer       *reportQuote                `json:"answer"`
	Alternatives []reportQuote               `json:"alternatives"`
	Note         string                      `json:"note"`
}

// reportQuote is a clause of a report and the sentence around it, by place in
// the repaired text.
type reportQuote struct {
	Document string `json:"document"`
	Place    [2]int `json:"place"`
	Sentence [2]int `json:"sentence_at"`
	Hash     string `json:"sentence_sha256"`
}

func readReportLedger(t *testing.T, path string) reportLedger {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out reportLedger
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		var p reportPromise
		var err error
		if n == 1 {
			err = json.Unmarshal(in.Bytes(), &out)
		} else {
			err = json.Unmarshal(in.Bytes(), &p)
			out.promises = append(out.promises, p)
		}
		if err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
	}
	return out
}

// today returns the day on which the ledger is looked at.
func (l reportLedger) today(t *testing.T) report.Date {
	t.Helper()
	d, err := time.Parse(time.DateOnly, l.Today)
	if err != nil {
		t.Fatal(err)
	}
	return report.NewDate(d.Year(), d.Month(), d.Day())
}

// answers returns the sentences that answer, the best first; none where
// nothing answers.
func (p reportPromise) answers() []reportQuote {
	if p.Answer == nil {
		return nil
	}
	return append([]reportQuote{*p.Answer}, p.Alternatives...)
}

// in returns where clause and sentence stand in a body that may have been
// repaired otherwise since; ok is false where the sentence is gone.
func (q reportQuote) in(body string) (clause, sentence report.Span, ok bool) {
	sentence = report.Span{Start: q.Sentence[0], End: q.Sentence[1]}
	if sentence.End > len(body) || hashOfWords(body[sentence.Start:sentence.End]) != q.Hash {
		if sentence, ok = findSentence(body, q.Hash); !ok {
			return clause, sentence, false
		}
	}
	moved := sentence.Start - q.Sentence[0]
	return report.Span{Start: q.Place[0] + moved, End: min(q.Place[1]+moved, sentence.End)}, sentence, true
}

func findSentence(body, hash string) (report.Span, bool) {
	start := 0
	for at, r := range body {
		if !strings.ContainsRune("。！？；\n", r) {
			continue
		}
		end := at + len(string(r))
		if r == '\n' {
			end = at
		}
		if hashOfWords(body[start:end]) == hash {
			return report.Span{Start: start, End: end}, true
		}
		start = at + len(string(r))
	}
	return report.Span{}, false
}

// hashOfWords returns the first 16 hexadecimal digits of the hash of s without
// blanks.
func hashOfWords(s string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(s), "")))
	return hex.EncodeToString(sum[:])[:16]
}
