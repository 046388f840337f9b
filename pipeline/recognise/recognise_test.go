package recognise

import (
	"slices"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
	"taizhang/rules"
)

// newTestRecogniser returns the recogniser of the built-in rules.
func newTestRecogniser(t testing.TB) *Recogniser {
	t.Helper()
	lex, problems, err := lexicon.Load(rules.FS)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	r, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestMentionsInSentence holds what stands side by side in one sentence: what
// is listed, in order, and what is suppressed.
func TestMentionsInSentence(t *testing.T) {
	r := newTestRecogniser(t)
	tests := []struct {
		text string
		want []string
	}{
		{
			"全年新增学位2700个、床位60个，完成投资约6.8亿元，增长12.5%，居全市第2位。",
			[]string{"count 2700个", "count 60个", "money 约6.8亿元", "ratio 12.5%", "rank 第2位"},
		},
		{
			"印发《关于加强管理的十条规定》等制度9项，打造“三中心”项目。",
			[]string{"title 《关于加强管理的十条规定》", "count 9项", "quote “三中心”", "nonfact “三中心”"},
		},
		{
			"持续推进第二批14项改革，覆盖率分别提高15、22个百分点。",
			[]string{"nonfact 第二批", "count 14项", "ratio 15", "ratio 22个百分点"},
		},
		{
			"对18-65岁妇女46名开展24小时服务，连续5年实现安全生产零事故。",
			[]string{"nonfact 65岁妇女", "count 46名", "nonfact 24小时服务", "nonfact 连续5年", "count 零事故"},
		},
		{
			"新建规模以上企业12家，突破关键技术22项，争取超长期特别国债3亿元。",
			[]string{"count 12家", "count 22项", "money 3亿元"},
		},
		{
			"投资500万元以上1000万元以下，完成30个。",
			[]string{"money 500万元以上1000万元以下", "count 30个"},
		},
	}
	for _, x := range tests {
		var got []string
		for _, m := range mentionsOf(r, x.text) {
			if m.Type != report.MentionTime && m.Type != report.MentionDuration {
				got = append(got, string(m.Type)+" "+m.Span.Of(x.text))
			}
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s:\n got %q\nwant %q", x.text, got, x.want)
		}
	}
}

// TestMentionsKeepBodyPlaces holds that spans are those of the body, not of the
// sentence.
func TestMentionsKeepBodyPlaces(t *testing.T) {
	r := newTestRecogniser(t)
	body := "第一句。完成投资约6.8亿元。"
	start := len("第一句。")
	s := report.Sentence{Span: report.Span{Start: start, End: len(body)}}
	list := r.Mentions(body, s, report.Anchor{})
	if len(list) != 1 || list[0].Span.Of(body) != "约6.8亿元" || list[0].Core.Of(body) != "6.8亿元" {
		t.Errorf("got %v", describe(body, list))
	}
}

// TestTableCell holds that a bare number that is a whole cell counts.
func TestTableCell(t *testing.T) {
	r := newTestRecogniser(t)
	body := "45"
	s := report.Sentence{Span: report.Span{End: 2}, Cell: &report.Cell{Table: 1}}
	if list := r.Mentions(body, s, report.Anchor{}); len(list) != 1 || !list[0].Value.Min.Equal(report.Whole(45)) {
		t.Errorf("got %v", describe(body, list))
	}
	s.Cell = nil
	if list := r.Mentions(body, s, report.Anchor{}); len(list) != 0 {
		t.Errorf("outside a table: got %v", describe(body, list))
	}
}

// sweepOf reads the quantities of a text, also those that count nothing.
func sweepOf(r *Recogniser, text string) *found {
	f := &found{sentence: text}
	r.sweep(f)
	return f
}

func quantitiesOf(r *Recogniser, text string) []quantity {
	return members(&sweepOf(r, text).quantities)
}

// members returns what a row holds as a slice.
func members[T any](r *row[T]) (list []T) {
	for i := range r.n {
		list = append(list, *r.at(i))
	}
	return list
}

// timesIn reads the times of a text, without the other recognisers.
func timesIn(ts *times, text string, a report.Anchor) []report.Mention {
	f := &found{sentence: text}
	for i, c := range text {
		if ts.starts.of(c) != 0 {
			f.cues.times = append(f.cues.times, i)
		}
	}
	f.anchor = a
	ts.scan(f)
	return f.times
}
