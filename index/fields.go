package index

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// field is a field of the query language: its names, how a value is read, and
// what to say when it cannot be.
type field struct {
	names []string
	want  string
	parse func(text string) (condition, bool)
	whole func(text string) condition // of a name in quotes behind =; nil: there is none
}

// fields returns the query language's fields, in the order they are listed to
// people.
func (l Language) fields() []field {
	return []field{
		{[]string{"year", "年份", "年度"}, "a year such as 2023, 2019..2023 or >=2020", parseYear, nil},
		{[]string{"org", "单位", "机构"}, "the name of an organisation or a part of it", parseOrg, wholeOrg},
		{[]string{"document", "文种"}, "a kind of document such as 政府工作报告", parseDocument, wholeDocument},
		{[]string{"report", "报告"}, "the id of a report", parseReport, nil},
		{[]string{"section", "章节"}, "words of a heading", parseSection, nil},
		{[]string{"kind", "类型", "类别"}, kindNames.want(), parseKind, nil},
		{[]string{"modality", "状态", "情态"}, modalityNames.want(), parseModality, nil},
		{[]string{"indicator", "指标"}, "the name of an indicator or a part of it", parseIndicator, wholeIndicator},
		{[]string{"value", "值", "数值"}, "a number such as >5亿, 5000万..9.6亿元, 97% or 30亩", l.parseValue, nil},
		{[]string{"due", "期限"}, "a day such as <2024-07-01, 2024-06 or 2024", parseDue, nil},
		{[]string{"pinyin", "拼音"}, "three or more Latin letters such as gudingzichan", parsePinyin, nil},
		{[]string{"rule", "规则"}, "the id of a rule or of its folder", parseRule, nil},
	}
}

// fieldNamed looks a field up; the error names the nearest one there is.
func (l Language) fieldNamed(t token) (*field, error) {
	name := foldString(t.text)
	known := l.fields()
	var names []string
	for i, f := range known {
		for _, n := range f.names {
			if n == name {
				return &known[i], nil
			}
		}
		names = append(names, f.names...)
	}
	want := "one of the fields " + strings.Join(names, ", ") + "; words with a colon go in quotes"
	near := nearest(name, names)
	if near != "" {
		want = near + "? (words with a colon go in quotes)"
	}
	return nil, t.wrong(WantField, near, want)
}

// ChineseField returns the Chinese name of a field of the query language by its
// English one, which is returned where there is none.
func ChineseField(english string) string {
	for _, f := range (Language{}).fields() {
		if f.names[0] == english {
			return f.names[1]
		}
	}
	return english
}

// nearest returns the name that shares most characters with a mistyped one, or "".
func nearest(name string, names []string) string {
	best, most := "", 0
	for _, n := range names {
		shared := 0
		for _, r := range n {
			if strings.ContainsRune(name, r) {
				shared++
			}
		}
		longer := max(utf8.RuneCountInString(n), utf8.RuneCountInString(name))
		if shared > most && 2*shared >= longer {
			best, most = n, shared
		}
	}
	return best
}

// namedValue is a value of a closed list with the words for it.
type namedValue struct {
	value string
	words []string
}

type namedValues []namedValue

var kindNames = namedValues{
	{string(report.KindCount), []string{"数量", "计数"}},
	{string(report.KindAmount), []string{"金额"}},
	{string(report.KindRatio), []string{"比率", "比例", "百分比"}},
	{string(report.KindMeasure), []string{"计量", "度量"}},
	{string(report.KindFrequency), []string{"频次", "频率"}},
	{string(report.KindRank), []string{"位次", "名次", "排名"}},
	{string(report.KindDeadline), []string{"期限"}},
	{string(report.KindAward), []string{"荣誉", "奖项"}},
	{string(report.KindEvent), []string{"事件", "大事"}},
	{string(report.KindDocument), []string{"文件"}},
	{string(report.KindTask), []string{"任务"}},
}

var modalityNames = namedValues{
	{string(report.Actual), []string{"已完成", "完成", "实际"}},
	{string(report.Forecast), []string{"预计"}},
	{string(report.Target), []string{"计划", "目标"}},
	{string(report.Ongoing), []string{"正在", "进行中"}},
}

func (all namedValues) find(text string) (string, bool) {
	text = foldString(text)
	for _, v := range all {
		if v.value == text {
			return v.value, true
		}
		for _, w := range v.words {
			if w == text {
				return v.value, true
			}
		}
	}
	return "", false
}

// want says what values there are.
func (all namedValues) want() string {
	var out []string
	for _, v := range all {
		out = append(out, v.value+" "+v.words[0])
	}
	return "one of " + strings.Join(out, ", ")
}

func parseOrg(text string) (condition, bool) { return orgIs{newName(text, false)}, true }
func wholeOrg(text string) condition         { return orgIs{newName(text, true)} }

func parseDocument(text string) (condition, bool) { return documentIs{newName(text, false)}, true }
func wholeDocument(text string) condition         { return documentIs{newName(text, true)} }

func parsePinyin(text string) (condition, bool) {
	folded := strings.ReplaceAll(foldString(text), " ", "")
	return words{text: text, folded: folded, pinyin: true}, isPinyin(folded)
}

func parseReport(text string) (condition, bool) { return reportIs{text}, true }

func parseSection(text string) (condition, bool) { return sectionIs{text, foldString(text)}, true }

func parseIndicator(text string) (condition, bool) { return indicatorIs{newName(text, false)}, true }
func wholeIndicator(text string) condition         { return indicatorIs{newName(text, true)} }

func parseRule(text string) (condition, bool) { return ruleIs{strings.Trim(text, "/")}, true }

func parseKind(text string) (condition, bool) {
	v, ok := kindNames.find(text)
	return kindIs{report.Kind(v)}, ok
}

func parseModality(text string) (condition, bool) {
	v, ok := modalityNames.find(text)
	return modalityIs{report.Modality(v)}, ok
}
