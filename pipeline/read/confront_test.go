package read

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

const honest = "全年完成固定资产投资36029.5万元，同比增长8.5%，竣工项目15个，新增学位2700个，改造老旧小区8个，" +
	"群众居住环境和出行条件持续改善，安全生产形势总体平稳。"

func pageOf(text string) *pdfPage {
	p := &pdfPage{number: 1, text: countString(text)}
	for line := range strings.SplitSeq(text, "\n") {
		p.lines = append(p.lines, visualLine{text: line})
	}
	return p
}

func TestConfront(t *testing.T) {
	tests := []struct {
		name, mine, theirs string
		quality            report.Quality
		code               string
	}{
		{"agree", honest, honest, report.Good, ""},
		{"agree, cut at every font", honest, strings.NewReplacer("36029.5", "\n36029.5 \n", "8.5", "8\n.5").Replace(honest), report.Good, ""},
		{"agree in full width", honest, strings.ReplaceAll(honest, "15", "１５"), report.Good, ""},
		{"a digit differs", honest, strings.ReplaceAll(honest, "15个", "16个"), report.Doubtful, "numbers_differ"},
		{"digits swapped", honest, strings.ReplaceAll(honest, "2700", "7200"), report.Doubtful, "numbers_differ"},
		{"witness too short to speak", honest + honest, strings.ReplaceAll(honest, "15个", "16个"), report.Good, ""},
		{"witness is garbage", honest, "va»¢zô" + strings.Repeat("犐犆犛黿齬", 20) + "99", report.Good, ""},
		{"witness sees double printing", honest, honest + honest, report.Good, ""},
		{"pdfium lost lines", "安全生产形势总体平稳。", honest, report.Doubtful, "page_stand_in"},
		{"pdfium reads garbage", strings.Repeat("嘆囈貭鍔", 10), honest, report.Doubtful, "page_stand_in"},
		{"both read garbage", strings.Repeat("嘆囈貭鍔", 10), strings.Repeat("嘆囈貭鍔", 10), report.Unreadable, "page_unreadable"},
	}
	for _, test := range tests {
		p := pageOf(test.mine)
		got := confront(p, judge(p), &statement{Pages: []pageSaid{{Text: test.theirs}}})
		if got.quality != test.quality || got.problem.Code != test.code {
			t.Errorf("%s: %s %s, want %s %s (%s)", test.name, got.quality, got.problem.Code, test.quality, test.code, got.reason)
		}
		if test.code == "page_stand_in" && !strings.Contains(plainText(p.lines), "36029.5") {
			t.Errorf("%s: %q", test.name, plainText(p.lines))
		}
	}
}

func TestConfrontQuotesBoth(t *testing.T) {
	p := pageOf(honest)
	got := confront(p, judge(p), &statement{Pages: []pageSaid{{Text: strings.ReplaceAll(honest, "15个", "16个")}}})
	if !strings.Contains(got.problem.Message, "pdfium alone has 15") ||
		!strings.Contains(got.problem.Message, "ledongthuc alone has 16") {
		t.Errorf("%q quotes not both readings", got.problem.Message)
	}
}

func TestStandIn(t *testing.T) {
	tests := []struct {
		name string
		said *statement
		ok   bool
	}{
		{"no witness", nil, false},
		{"witness failed too", &statement{Error: "broken"}, false},
		{"garbage", &statement{Pages: []pageSaid{{Text: strings.Repeat("犐犆犛黿齬", 30)}}}, false},
		{"too little to be sure", &statement{Pages: []pageSaid{{Text: "投资"}}}, false},
		{"sound", &statement{Pages: []pageSaid{{Text: honest}, {Error: "no such page"}}}, true},
	}
	for _, test := range tests {
		d := &document{Reader: New(Options{}), out: &builder{room: 100}}
		err := d.standIn(test.said, errors.New("pdfium could not"))
		if (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
		if source := d.out.source(); test.ok && (source.Pages[0].Quality != report.Doubtful ||
			source.Pages[1].Quality != report.Unreadable || !strings.Contains(source.Raw, "36029.5")) {
			t.Errorf("%s: %+v", test.name, source)
		}
	}
}

// TestWitnessHangs holds that a file on which the witness hangs for ever costs
// little, and that the next file has a witness again.
func TestWitnessHangs(t *testing.T) {
	first, rest := honest[:strings.Index(honest, "竣工")], honest[strings.Index(honest, "竣工"):]
	content := at(20, 700, 9, first) + at(20, 680, 9, rest)
	hang := pdfFile{pages: []string{content}, prev: true}.bytes(t)
	fine := pdfFile{pages: []string{content}}.bytes(t)
	r := newReader(t)
	for _, data := range [][]byte{fine, hang, fine} {
		begun := time.Now()
		source, err := r.Read(context.Background(), "a.pdf", data)
		if err != nil || source.Pages[0].Quality != report.Good {
			t.Fatalf("%v %v", err, source.Pages)
		}
		if took := time.Since(begun); took > 15*time.Second {
			t.Errorf("took %v", took)
		}
	}
	s, err := r.witness.hear(context.Background(), question{Data: fine, Pages: 10, Time: time.Minute})
	if err != nil || !strings.Contains(strings.Join(strings.Fields(s.Pages[0].Text), ""), first) {
		t.Errorf("witness: %+v, %v", s, err)
	}
}
