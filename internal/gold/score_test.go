package gold

import (
	"strings"
	"testing"

	"taizhang/report"
)

// built makes a fact: 45个 of 项目, actual, 2023.
func built(change func(*report.Fact)) report.Fact {
	f := report.Fact{
		Kind: report.KindCount, Subject: "项目", Modality: report.Actual, Text: "45个",
		Sentence: "全年共铺排项目45个，其中续建项目15个。", Period: report.YearPeriod(2023),
		Value: &report.Value{Min: report.Whole(45), Max: report.Whole(45), Unit: "个", Bound: report.Exact},
	}
	change(&f)
	return f
}

const (
	projects = `{"quote":"45个","context":"共铺排项目45个","kind":"count","min":"45","max":"45","unit":"个",` +
		`"bound":"exact","subject":"项目","modality":"actual","period":"2023-01-01/2023-12-31"}`
	running = `{"quote":"15个","context":"续建项目15个","kind":"count","min":"15.0","max":"15","unit":"个|项",` +
		`"bound":"exact|about","subject":"续建","not_subject":"新建","modality":"actual","period":""}`
	deadline = `{"quote":"6月底","context":"6月底完工","kind":"deadline","min":"","max":"","unit":"","bound":"exact",` +
		`"subject":"学校","modality":"target","period":"2024-01-01/2024-12-31","due":"2024-06-30|2024-07-01"}`
	growth = `{"quote":"10%","context":"增长10%","kind":"ratio","min":"10","max":"10","unit":"%","bound":"exact",` +
		`"subject":"投资","modality":"actual","period":"","comparison":"yoy","optional":true}`
	prize = `{"quote":"金桥杯","context":"获评“金桥杯”","kind":"award","min":"","max":"","unit":"","bound":"exact",` +
		`"subject":"小学","modality":"actual","period":""}`
)

func fifteen(f *report.Fact) {
	f.Subject, f.Text, f.Period = "续建项目", "15个", report.Period{}
	f.Value = &report.Value{Min: report.Whole(15), Max: report.Whole(15), Unit: "个", Bound: report.Exact}
}

func same(*report.Fact) {}

func TestScore(t *testing.T) {
	due := report.NewDate(2024, 6, 30)
	tests := []struct {
		name                          string
		gold                          []string
		facts                         []report.Fact
		total, predicted, found, full int
		wrong                         Field // the one field that is wrong; empty: none
	}{
		{"all right", []string{projects}, []report.Fact{built(same)}, 1, 1, 1, 1, ""},
		{"two of a sentence", []string{projects, running},
			[]report.Fact{built(same), built(fifteen)}, 2, 2, 2, 2, ""},
		{"in any order", []string{projects, running},
			[]report.Fact{built(fifteen), built(same)}, 2, 2, 2, 2, ""},
		{"nothing extracted", []string{projects}, nil, 1, 0, 0, 0, ""},
		{"said twice", []string{projects}, []report.Fact{built(same), built(same)}, 1, 2, 1, 1, ""},
		{"another value", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Value.Max = report.Whole(46) })},
			1, 1, 0, 0, ""},
		{"another unit", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Value.Unit = "项" })}, 1, 1, 0, 0, ""},
		{"another sentence", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Sentence = "学校45个" })},
			1, 1, 0, 0, ""},
		{"blanks and width in the sentence", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Sentence = "共铺排　项目 ４５ 个" })}, 1, 1, 1, 1, ""},
		{"wrong kind", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Kind = report.KindMeasure })},
			1, 1, 1, 0, FieldKind},
		{"wrong bound", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Value.Bound = report.About })},
			1, 1, 1, 0, FieldBound},
		{"wrong modality", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Modality = report.Target })},
			1, 1, 1, 0, FieldModality},
		{"wrong period", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Period = report.YearPeriod(2024) })},
			1, 1, 1, 0, FieldPeriod},
		{"a due date too many", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Due = due })},
			1, 1, 1, 0, FieldDue},
		{"a clause is no subject", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Subject = "今年，项目" })},
			1, 1, 1, 0, FieldSubject},
		{"25 characters are no subject", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Subject = "项目" + strings.Repeat("长", 23) })}, 1, 1, 1, 0, FieldSubject},
		{"indicator instead of subject", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Subject, f.Indicator = "", "项目数" })}, 1, 1, 1, 1, ""},
		{"not_subject", []string{running},
			[]report.Fact{built(func(f *report.Fact) { fifteen(f); f.Subject = "续建和新建项目" })}, 1, 1, 1, 0, FieldSubject},
		{"either bound", []string{running},
			[]report.Fact{built(func(f *report.Fact) { fifteen(f); f.Value.Bound = report.About })}, 1, 1, 1, 1, ""},
		{"deadline by its due date", []string{deadline},
			[]report.Fact{{Kind: report.KindDeadline, Subject: "学校项目", Due: due,
				Modality: report.Target, Text: "6月底", Sentence: "学校6月底完工。", Period: report.YearPeriod(2024)}}, 1, 1, 1, 1, ""},
		{"deadline of another day", []string{deadline},
			[]report.Fact{{Kind: report.KindDeadline, Subject: "学校项目",
				Modality: report.Target, Text: "6月底", Sentence: "学校6月底完工。"}}, 1, 1, 0, 0, ""},
		{"optional printed", []string{growth},
			[]report.Fact{{Kind: report.KindRatio, Text: "10%", Sentence: "投资增长10%",
				Value: &report.Value{Min: report.Whole(10), Max: report.Whole(10), Unit: "%"}}}, 0, 0, 0, 0, ""},
		{"optional left out", []string{growth}, nil, 0, 0, 0, 0, ""},
		{"kinds not asked for", []string{prize},
			[]report.Fact{{Kind: report.KindAward, Text: "金桥杯"}}, 0, 0, 0, 0, ""},
		{"sentence too long", []string{projects},
			[]report.Fact{built(func(f *report.Fact) { f.Sentence = strings.Repeat("铺排项目45个", 60) })}, 1, 1, 0, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Score(lines(t, test.gold...), test.facts, Options{})
			got := [4]int{r.Total, r.Predicted, r.Found, r.Full}
			if want := [4]int{test.total, test.predicted, test.found, test.full}; got != want {
				t.Errorf("total, predicted, found, full = %v, want %v\n%s", got, want, r.Errors())
			}
			var wrong Field
			if len(r.Wrong) > 0 {
				wrong = r.Wrong[0].Field
			}
			if wrong != test.wrong {
				t.Errorf("wrong field %q, want %q", wrong, test.wrong)
			}
		})
	}
}

func TestScoreOtherKinds(t *testing.T) {
	award := report.Fact{Kind: report.KindAward, Subject: "柳荫小学", Modality: report.Actual,
		Text: "市“金桥杯”", Sentence: "柳荫小学获评“金桥杯”。"}
	r := Score(lines(t, prize, projects), []report.Fact{award}, Options{Kinds: []report.Kind{report.KindAward}})
	if r.Total != 1 || r.Full != 1 || r.FalseAlarms() != 0 {
		t.Errorf("award: %s%s", r, r.Errors())
	}
}

func TestScorePlace(t *testing.T) {
	body := "全年共铺排项目45个，其中续建项目15个。"
	at := strings.Index(body, "45个")
	right := built(func(f *report.Fact) { f.Place = report.Place{Start: at, End: at + len("45个")} })
	wrong := built(func(f *report.Fact) { f.Place = report.Place{Start: at, End: len(body) + 9} })
	gold := lines(t, projects)
	if r := Score(gold, []report.Fact{right}, Options{Body: body}); r.Full != 1 || len(r.Bad) != 0 {
		t.Errorf("right place: %s", r)
	}
	if r := Score(gold, []report.Fact{wrong}, Options{Body: body}); r.Found != 0 || r.FalseAlarms() != 1 {
		t.Errorf("wrong place: %s", r)
	}
}

func TestAdd(t *testing.T) {
	one := Score(lines(t, projects), []report.Fact{built(same)}, Options{})
	two := Score(lines(t, projects, running), []report.Fact{built(same)}, Options{})
	sum := one.Add(two)
	if sum.Total != 3 || sum.Predicted != 2 || sum.Found != 2 || sum.Fields[FieldKind].Asked != 2 {
		t.Errorf("sum is %s", sum)
	}
	if f1 := sum.FoundF1(); f1 != 0.8 {
		t.Errorf("F1 of 2 found, 3 gold, 2 facts is %v, want 0.8", f1)
	}
}

func TestParseNamesEveryBadLine(t *testing.T) {
	_, err := Parse(strings.NewReader("{\n\n" + projects + "\n{\"quote\":\"1\"}\n" +
		strings.Replace(projects, "项目\",", "[\",", 1) + "\n"))
	for _, want := range []string{"line 1", "line 4", "line 5"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not name %s", err, want)
		}
	}
}

func lines(t *testing.T, raw ...string) []Line {
	t.Helper()
	out, err := Parse(strings.NewReader(strings.Join(raw, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
