package match

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

// toyMentions recognise just enough for the tests of this package, which must
// not import the real stages; package rules runs the examples through those.
var toyMentions = []struct {
	t  report.MentionType
	re *regexp.Regexp
}{
	{report.MentionQuote, regexp.MustCompile(`“[^”]*”`)},
	{report.MentionTitle, regexp.MustCompile(`《[^》]*》`)},
	{report.MentionTime, regexp.MustCompile(`(\d+年)?\d+月(\d+日|底)?(前)?|\d{4}年度?`)},
	{report.MentionMoney, regexp.MustCompile(`\d+(\.\d+)?[万亿]*元`)},
	{report.MentionRatio, regexp.MustCompile(`\d+(\.\d+)?%`)},
	{report.MentionMeasure, regexp.MustCompile(`\d+(\.\d+)?(公里|亩)`)},
	{report.MentionRank, regexp.MustCompile(`第\d+位`)},
	{report.MentionCount, regexp.MustCompile(`\d+(个|条|所|次|人次|项|万人)`)},
}

var toyKinds = map[report.MentionType]report.Kind{
	report.MentionMoney: report.KindAmount, report.MentionRatio: report.KindRatio,
	report.MentionMeasure: report.KindMeasure, report.MentionRank: report.KindRank,
	report.MentionCount: report.KindCount,
}

var toySentence = regexp.MustCompile(`[^。]+。?`)

// toyChain stands in for the stages before match.
func toyChain(text string, part report.Part) (report.Document, []report.Attribution) {
	source := &report.Source{Raw: text, Hash: strings.Repeat("ab", 32)}
	source.Pages = []report.Page{{Lines: []report.Line{{Span: report.Span{End: len(text)}}}}}
	anchor := report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023}
	if part == report.Plan {
		anchor.Year = 2024
	}
	d := report.Document{Text: report.NewText(source), Outline: report.Outline{
		OrgShort: "区建设中心",
		Sections: []report.Section{{Parent: -1, Part: part, Span: report.Span{End: len(text)}, Anchor: anchor}},
	}}
	var attrs []report.Attribution
	for _, at := range toySentence.FindAllStringIndex(text, -1) {
		s := report.Sentence{Span: report.Span{Start: at[0], End: at[1]}}
		s.Mentions = toyRecognise(text, s.Span)
		for k, m := range s.Mentions {
			if kind := toyKinds[m.Type]; kind != "" {
				attrs = append(attrs, report.Attribution{
					Sentence: len(d.Sentences), Mention: k, Kind: kind, Modality: report.Actual,
				})
			}
		}
		d.Sentences = append(d.Sentences, s)
	}
	return d, attrs
}

func toyRecognise(text string, sentence report.Span) []report.Mention {
	var out []report.Mention
	for _, toy := range toyMentions {
		for _, at := range toy.re.FindAllStringIndex(sentence.Of(text), -1) {
			span := report.Span{Start: sentence.Start + at[0], End: sentence.Start + at[1]}
			overlaps := slices.ContainsFunc(out, func(m report.Mention) bool {
				return m.Type != report.MentionQuote && m.Span.Overlaps(span)
			})
			if overlaps {
				continue
			}
			m := report.Mention{Type: toy.t, Span: span, Core: span}
			if toy.t == report.MentionTime {
				m.Period, m.Grain = report.MonthsPeriod(2023, time.May, time.May), "month"
				m.ByWhen = strings.HasSuffix(span.Of(text), "前")
			}
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b report.Mention) int { return a.Span.Start - b.Span.Start })
	return out
}

// created returns the facts of the text that are no value, each as
// kind|text|subject|modality|level.
func created(t *testing.T, text string, part report.Part) []string {
	t.Helper()
	var out []string
	for _, f := range builtIn(t).Facts(toyChain(text, part)) {
		if creates(f.Kind) {
			out = append(out, strings.Join([]string{
				string(f.Kind), f.Text, f.Subject, string(f.Modality), f.Level,
			}, "|"))
		}
	}
	return out
}

func TestCreatedFacts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		part       report.Part
		want       []string
	}{
		{"award in quotes", "东湖小学项目获评2022年度“云溪市优质工程”。", report.Review,
			[]string{"award|云溪市优质工程|东湖小学项目|actual|市级"}},
		{"awards in a row, subject carried on",
			"实验楼项目获评“省级绿色工地”，正在申报“国家优质工程奖”，计划申报湖东省“白鹭奖”。", report.Review,
			[]string{"award|省级绿色工地|实验楼项目|actual|省级", "award|国家优质工程奖|实验楼项目|ongoing|国家级",
				"award|白鹭奖|实验楼项目|target|省级"}},
		{"award without quotes", "局工会被评为全省模范职工小家。", report.Review,
			[]string{"award|全省模范职工小家|局工会|actual|省级"}},
		{"the 市 of 城市 is no level", "临江入选消费新场景试点城市。", report.Review,
			[]string{"award|消费新场景试点城市|临江|actual|"}},
		{"a count of medals", "全年获得48个金牌。", report.Review, nil},
		{"slogan", "围绕“拼经济、抓发展”获得项目信息。", report.Review, nil},
		{"documents in a row", "制定、健全了《考勤办法》《用车规定》等制度2项。", report.Review,
			[]string{"document|《考勤办法》|考勤办法|actual|", "document|《用车规定》|用车规定|actual|"}},
		{"document only studied", "认真学习《安全生产法》。", report.Review, nil},
		{"event after its date", "5月12日，召开“守初心、保安全”现场推进会。", report.Review,
			[]string{"event|5月12日|召开“守初心、保安全”现场推进会|actual|"}},
		{"event before its date", "文体中心于6月28日正式竣工。", report.Review,
			[]string{"event|6月28日|文体中心|actual|"}},
		{"no event where the clause counts", "5月12日召开现场会3次。", report.Review, nil},
		{"no event in a plan", "5月12日前召开现场会。", report.Plan,
			nil},
		{"task", "健全工程变更会签制度。", report.Plan,
			[]string{"task|健全工程变更会签制度|工程变更会签制度|target|"}},
		{"no task with a number", "新建学校12所。", report.Plan, nil},
		{"no task in a review", "健全工程变更会签制度。", report.Review, nil},
		{"guiding thought", "坚持以新发展理念为指导。", report.Plan, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := created(t, c.text, c.part); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestOwnerGoesToThePromisesOfTheSentenceOrParagraph(t *testing.T) {
	for _, text := range []string{
		"由质量科负责，推行影像留存制度。",
		"推行影像留存制度。（责任单位：质量科）",
		"推行影像留存制度（质量科牵头）。",
	} {
		facts := builtIn(t).Facts(toyChain(text, report.Plan))
		if len(facts) != 1 || facts[0].Owner != "质量科" {
			t.Errorf("%s: %+v", text, facts)
		}
	}
}
