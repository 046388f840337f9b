package decision

import (
	"strings"
	"testing"

	"taizhang/report"
)

// TestLocate makes a key of one reading of a document, and finds its place in
// another.
func TestLocate(t *testing.T) {
	const raw = "新增学位 500个，其中小学 300个、初中300个。投入5 00万元。投入5 00万元。新增学位500个。"
	for _, x := range []struct {
		name        string
		before      []report.Edit
		words       string
		nth         int
		after       string // raw text of the second reading
		edits       []report.Edit
		wantNth     int // of the facts with these words
		found, fact bool
	}{
		{name: "nothing changed", words: "300个", nth: 1, after: raw, wantNth: 1, found: true, fact: true},
		{name: "blanks repaired", words: "300个", nth: 1, after: raw, edits: without(raw, " "), wantNth: 1, found: true, fact: true},
		{name: "same sentence twice", before: without(raw, " "), words: "500万元", nth: 1, after: raw,
			edits: without(raw, " "), wantNth: 1, found: true, fact: true},
		{name: "text before it grew", words: "300个", nth: 0, after: "目录。" + raw, wantNth: 0, found: true, fact: true},
		{name: "sentence joined with the next", words: "300个", nth: 0, after: raw,
			edits: without(raw, "。"), wantNth: 0, found: true, fact: true},
		{name: "sentence gone", words: "300个", nth: 0, after: "本年无新增学位。"},
		{name: "number changed", words: "300个", nth: 0, after: "新增学位 500个，其中小学 310个、初中310个。"},
	} {
		first := made(raw, x.before...)
		k := KeyOf(first, factNamed(t, first, x.words, x.nth))
		second := made(x.after, x.edits...)
		place, ok := Locate(second, k)
		if ok != x.found || (len(place.Facts) > 0) != x.fact {
			t.Errorf("%s: got %+v %v, want found %v", x.name, place, ok, x.found)
			continue
		}
		if !x.fact {
			continue
		}
		want := factNamed(t, second, x.words, x.wantNth)
		if got := second.Facts[place.Facts[0]]; got.ID != want.ID {
			t.Errorf("%s: got fact %s %q, want %s", x.name, got.ID, got.Text, want.ID)
		}
	}
}

// TestLocateKind finds the fact of the key's words among several kinds.
func TestLocateKind(t *testing.T) {
	r := made("新增学位500个。")
	k := KeyOf(r, &r.Facts[0])
	// New rules make another kind of it, and a second fact of the old kind.
	other := r.Facts[0]
	other.ID, other.Kind = "other", report.KindMeasure
	r.Facts = append([]report.Fact{other}, r.Facts...)
	if place, _ := Locate(r, k); r.Facts[place.Facts[0]].ID != "0" {
		t.Error("the fact of another kind came first")
	}
	r.Facts = r.Facts[:1]
	if place, ok := Locate(r, k); !ok || len(place.Facts) != 1 {
		t.Error("a fact of another kind in the same place will do")
	}
	r.Facts = nil
	if place, ok := Locate(r, k); !ok || len(place.Facts) != 0 || place.Span.Of(r.Text.Body) != "500个" {
		t.Error("the words are there although no fact is")
	}
}

func TestKeyOfSentence(t *testing.T) {
	r := made("一项。二项。一项。")
	for i, p := range r.Sentences[:3] {
		place, ok := Locate(r, KeyOfSentence(r, p))
		if !ok || place.Span != p.Span {
			t.Errorf("sentence %d: got %+v %v, want %+v", i, place, ok, p.Span)
		}
	}
}

func TestOrphans(t *testing.T) {
	r := made("新增学位500个。改造薄弱学校12个。")
	subject := by(report.Decision{Kind: report.DecisionFact, Field: report.FieldSubject, Value: "学位"})
	subject.Target = KeyOf(r, &r.Facts[0])
	reject := by(report.Decision{Kind: report.DecisionReject, Target: KeyOf(r, &r.Facts[1])})
	whole := by(report.Decision{Kind: report.DecisionRemove, Target: KeyOfDocument(r)})
	all := []report.Decision{subject, reject, whole}
	if got := Orphans(r, all); len(got) != 0 {
		t.Errorf("got orphans %+v, want none", got)
	}
	again := made("全年新增学位510个。改造学校。")
	got := Orphans(again, all)
	if len(got) != 1 || got[0].Sentence != "全年新增学位510个。" || got[0].Likeness < leastLikeness {
		t.Fatalf("got %+v, want the new sentence offered", got)
	}
	moved := subject
	moved.Target = got[0].Place
	if got := Orphans(again, []report.Decision{moved}); len(got) != 0 {
		t.Errorf("the place offered is no home: %+v", got)
	}
	if got := Orphans(made("其他工作情况良好3个。"), all); len(got) != 1 || got[0].Sentence != "" {
		t.Errorf("got %+v, want no place offered", got)
	}
}

func FuzzLocate(f *testing.F) {
	f.Add("新增学位500个。", "新增学位 500 个。", 0)
	f.Add("投入3万元。投入3万元。", "", 1)
	f.Fuzz(func(t *testing.T, before, after string, n int) {
		r := made(before)
		if len(r.Facts) == 0 {
			return
		}
		at := &r.Facts[max(n, 0)%len(r.Facts)]
		k := KeyOf(r, at)
		if place, ok := Locate(r, k); !ok || len(place.Facts) == 0 || r.Facts[place.Facts[0]].ID != at.ID {
			t.Errorf("the key of fact %s of %q leads to %+v", at.ID, before, place)
		}
		Locate(made(after), k)
		Nearest(made(after), k)
	})
}

// TestPromiseWithoutFact: a promise that no fact is made of is known by its own
// words.
func TestPromiseWithoutFact(t *testing.T) {
	sentence := "推进渠系改造，加固堤防。"
	words := "加固堤防"
	at := strings.Index(sentence, words)
	body := "二、计划\n" + sentence
	start := len(body) - len(sentence)
	r := &report.Report{Hash: strings.Repeat("a", 64), Text: report.Text{Body: body},
		Sentences: []report.Passage{{Span: report.Span{Start: start, End: len(body)}}}}
	c := &report.Commitment{Sentence: sentence, Text: words, Place: report.Place{Start: start + at, End: start + at + len(words)}}
	key, ok := KeyOfPromise(r, c)
	if !ok || key.Words != words {
		t.Fatalf("%+v", key)
	}
	place, ok := Locate(r, key)
	if want := (report.Span{Start: start + at, End: start + at + len(words)}); !ok || place.Span != want {
		t.Errorf("%v at %v, want %v", ok, place.Span, want)
	}
	d := report.Decision{ID: "d", Kind: report.DecisionStatus, Target: key}
	if lost := Orphans(r, []report.Decision{d}); len(lost) != 0 {
		t.Errorf("%+v", lost)
	}
	fresh := &report.Report{Hash: r.Hash, Text: report.Text{Body: "别的话。"}}
	if lost := Lost(r, fresh, []report.Decision{d}); len(lost) != 1 {
		t.Errorf("%d decisions lose their ground, want 1", len(lost))
	}
}
