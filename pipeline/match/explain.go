package match

import (
	"fmt"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// Explanation says of one sentence what was recognised in it, how each value
// was attributed, which rules were tried and where each failed, and which made
// a fact. Its String is for people, in Chinese.
type Explanation struct {
	Sentence string        `json:"sentence"`
	Mentions []Seen        `json:"mentions"`
	Tries    []Try         `json:"tries"`
	Facts    []report.Fact `json:"facts"`
}

// Seen is a mention and what it was taken to be about.
type Seen struct {
	Type  report.MentionType `json:"type"`
	Words string             `json:"words"`
	Skip  string             `json:"skip,omitempty"` // why it is no fact
	Steps []string           `json:"steps,omitempty"`
}

// Try is one pattern tried on the sentence.
type Try struct {
	Rule    string `json:"rule"`
	Title   string `json:"title"`
	Pattern string `json:"pattern"`
	Matched string `json:"matched,omitempty"` // the words it matched
	Step    int    `json:"step,omitempty"`    // the element at which it failed, from 1
	Why     string `json:"why,omitempty"`     // in Chinese
}

// Explain explains every sentence of the document. Rules named are tried even
// where none of their words stands in the sentence.
func (m *Matcher) Explain(d report.Document, attrs []report.Attribution, rules ...string) []Explanation {
	facts := m.Facts(d, attrs)
	var out []Explanation
	for i, s := range d.Sentences {
		e := Explanation{Sentence: s.Span.Of(d.Text.Body)}
		for k, mention := range s.Mentions {
			e.Mentions = append(e.Mentions, seen(d.Text.Body, mention, attrs, i, k))
		}
		e.Tries = m.tries(m.newView(&d, &s), d.Part(s), rules)
		for _, f := range facts {
			if s.Span.Start <= f.Place.Start && f.Place.End <= s.Span.End {
				e.Facts = append(e.Facts, f)
			}
		}
		out = append(out, e)
	}
	return out
}

func seen(body string, m report.Mention, attrs []report.Attribution, sentence, mention int) Seen {
	s := Seen{Type: m.Type, Words: m.Span.Of(body)}
	for _, a := range attrs {
		if a.Sentence != sentence || a.Mention != mention {
			continue
		}
		s.Skip = a.Skip
		s.Steps = append(s.Steps, a.Why...)
	}
	if m.Why != "" && s.Skip == "" {
		s.Skip = m.Why
	}
	return s
}

// tries runs the candidate patterns, and those of the named rules.
func (m *Matcher) tries(v *view, part report.Part, rules []string) []Try {
	candidate := map[int32]bool{}
	for _, i := range m.candidates(v, part, nil) {
		candidate[i] = true
	}
	named := map[string]bool{}
	for _, id := range rules {
		named[id] = true
	}
	var out []Try
	for i := range m.programs {
		p := &m.programs[i]
		t := Try{Rule: p.rule.ID, Title: p.rule.Title, Pattern: p.pattern.Source}
		switch {
		case candidate[int32(i)]:
			m.try(v, p, &t)
		case named[p.rule.ID] && p.rule.Kind == report.KindTask && part != report.Plan:
			t.Why = "没有尝试：任务只在计划部分找"
		case named[p.rule.ID]:
			t.Why = "没有尝试：句中没有它必须有的" + m.lacking(p)
		default:
			continue
		}
		out = append(out, t)
	}
	return out
}

func (m *Matcher) try(v *view, p *program, t *Try) {
	r := runner{m: m, v: v, noting: true}
	if found := r.all(p, nil); len(found) > 0 {
		t.Matched = found[0].span.Of(v.text)
		return
	}
	if r.furthest < 1 {
		r.furthest = 1
	}
	t.Step = topLevel(p, r.furthest)
	t.Why = fmt.Sprintf("第%d步：%s", t.Step, m.failure(v, p, r.furthest, r.reached))
}

// topLevel returns which element of the pattern, counted as its author reads it,
// holds element n, counted with all that stands in groups.
func topLevel(p *program, n int) int {
	for k, e := range p.pattern.Elements {
		size := 0
		(&ruleset.Pattern{Elements: []ruleset.Element{e}}).Walk(func(ruleset.Element) { size++ })
		if n -= size; n <= 0 {
			return k + 1
		}
	}
	return len(p.pattern.Elements)
}

// failure says what element number step wanted and what stood there.
func (m *Matcher) failure(v *view, p *program, step, at int) string {
	var elements []ruleset.Element
	p.pattern.Walk(func(e ruleset.Element) { elements = append(elements, e) })
	if step > len(elements) {
		return "已到句式末尾"
	}
	here := shown(v.text[at:])
	after := step > 1 && loose(elements[step-2])
	switch e := elements[step-1]; e.Op {
	case ruleset.Literal:
		return missing(after, "「"+e.Text+"」", here)
	case ruleset.Class:
		if after {
			return "后面没有词表「" + e.Text + "」里的词"
		}
		return "「" + here + "」不在词表「" + e.Text + "」"
	case ruleset.Slot:
		return slotMissing(after, e.Text, here)
	case ruleset.Group:
		return missing(after, "括号里的任何一支", here)
	}
	return "「" + here + "」接不上"
}

// loose tells whether an element takes any words, so that the next one may
// stand anywhere behind it.
func loose(e ruleset.Element) bool {
	return e.Op == ruleset.Gap || e.Op == ruleset.Slot && ruleset.SlotBase(e.Text) == ruleset.SlotWords
}

func missing(after bool, what, here string) string {
	if after {
		return "后面没有" + what
	}
	return "要" + what + "，这里是「" + here + "」"
}

func slotMissing(after bool, slot, here string) string {
	switch ruleset.SlotBase(slot) {
	case ruleset.SlotStart:
		return "这里不是分句开头"
	case ruleset.SlotEnd:
		return "分句没有在「" + here + "」前结束"
	case ruleset.SlotWords:
		return fmt.Sprintf("【%s】要%d到%d个字", slot, minWords, maxWords)
	}
	if after {
		return "后面没有识别出【" + slot + "】"
	}
	return "「" + here + "」没有识别成【" + slot + "】"
}

// shown returns the first characters of words.
func shown(words string) string {
	const most = 6
	runes := []rune(words)
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return words
}

// lacking names what the program needs and the sentence does not hold.
func (m *Matcher) lacking(p *program) string {
	if len(p.need.words) == 0 {
		return "槽位"
	}
	var words []string
	for _, w := range p.need.words {
		if len(words) == 5 {
			words = append(words, "…")
			break
		}
		words = append(words, m.listed[w])
	}
	return "词：" + strings.Join(words, "、")
}

// String lays the explanation out for people.
func (e Explanation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "句子：%s\n", e.Sentence)
	b.WriteString("识别：\n")
	for _, s := range e.Mentions {
		fmt.Fprintf(&b, "  %s「%s」", ruleset.SlotName(s.Type), s.Words)
		if s.Skip != "" {
			fmt.Fprintf(&b, "：不成事实，%s", s.Skip)
		}
		b.WriteString("\n")
		for _, step := range s.Steps {
			fmt.Fprintf(&b, "    %s\n", step)
		}
	}
	b.WriteString("规则：\n")
	for _, t := range e.Tries {
		if t.Matched != "" {
			fmt.Fprintf(&b, "  %s（%s）%s：命中「%s」\n", t.Rule, t.Title, t.Pattern, t.Matched)
		} else {
			fmt.Fprintf(&b, "  %s（%s）%s：%s\n", t.Rule, t.Title, t.Pattern, t.Why)
		}
	}
	b.WriteString("事实：\n")
	for _, f := range e.Facts {
		fmt.Fprintf(&b, "  %s「%s」 %s\n", ruleset.KindName(f.Kind), f.Text, described(f))
	}
	if len(e.Facts) == 0 {
		b.WriteString("  （无）\n")
	}
	return b.String()
}

// described names the fields of a fact that are not empty.
func described(f report.Fact) string {
	var parts []string
	for _, p := range []struct{ name, value string }{
		{"指标", f.Indicator}, {"主语", f.Subject}, {"动作", f.Action},
		{"情态", ruleset.ModalityName(f.Modality)}, {"时期", f.Period.String()}, {"期限", f.Due.String()},
		{"级别", f.Level}, {"责任单位", f.Owner}, {"力度", ruleset.StrengthName(f.Strength)}, {"规则", f.Rule},
	} {
		if p.value != "" {
			parts = append(parts, p.name+"="+p.value)
		}
	}
	return strings.Join(parts, " ")
}
