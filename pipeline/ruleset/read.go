package ruleset

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Keys of a rule file, in the order in which they must stand: every file then
// reads like every other.
var (
	fileKeys      = []string{"title", "note", "indicators", "rules"}
	indicatorKeys = []string{"name", "aliases", "family", "direction"}
	ruleKeys      = []string{
		"title", "id", "kind", "patterns", "keep", "suppress", "priority",
		"examples", "counterexamples", "note",
	}
	keepKeys = []string{
		"value", "indicator", "subject", "action", "level", "scope", "owner",
		"kind", "modality", "strength",
	}
	exampleKeys = []string{"text", "part", "want"}
	wantKeys    = []string{
		"text", "kind", "indicator", "subject", "action", "modality", "level", "scope",
		"owner", "strength", "facts",
	}
)

// Parse reads one rule file. It returns what is sound of it, and every problem.
// Each problem shows its line.
func Parse(name string, data []byte) (File, []report.Problem) {
	file, problems := parse(name, data)
	showLines(problems, map[string][]string{name: strings.Split(string(data), "\n")})
	return file, problems
}

// Show gives problems without a hint the line they stand on.
func (s *Set) Show(problems []report.Problem) { showLines(problems, s.lines) }

// showLines gives problems without a hint the line they stand on.
func showLines(problems []report.Problem, lines map[string][]string) {
	for i := range problems {
		p := &problems[i]
		if text := lines[p.File]; p.Hint == "" && p.Line > 0 && p.Line <= len(text) {
			p.Hint = strings.ToValidUTF8(strings.TrimSpace(text[p.Line-1]), "?")
		}
	}
}

func parse(name string, data []byte) (File, []report.Problem) {
	r := &reader{file: name}
	out := File{Name: name}
	if r.scanLines(data); len(r.problems) > 0 {
		return out, r.problems
	}
	var root lexicon.Node
	for _, p := range lexicon.DecodeStrict(name, data, &root) {
		p.Message, p.Line, p.Column = "YAML 读不通："+p.Message, max(1, p.Line), 1
		r.problems = append(r.problems, p)
	}
	if len(r.problems) > 0 {
		return out, r.problems
	}
	if len(root.Content) == 0 {
		r.at(nil, "empty", "文件是空的")
		return out, r.problems
	}
	r.readFile(root.Content[0], &out)
	return out, r.problems
}

// reader gathers the problems of one file.
type reader struct {
	file     string
	problems []report.Problem
}

func (r *reader) at(n *lexicon.Node, code, message string) {
	p := report.Problem{Code: code, Message: message, File: r.file, Line: 1, Column: 1}
	if n != nil {
		p.Line, p.Column = n.Line, n.Column
	}
	r.problems = append(r.problems, p)
}

func (r *reader) place(n *lexicon.Node) At { return At{r.file, n.Line, n.Column} }

// fields returns the values of a mapping by key, and tells of keys that are
// unknown, twice there or out of order.
func (r *reader) fields(n *lexicon.Node, keys []string) map[string]*lexicon.Node {
	out := map[string]*lexicon.Node{}
	if n.ShortTag() != "!!map" {
		r.at(n, "shape", "这里应当写成「键: 值」，可用的键是："+strings.Join(keys, " "))
		return out
	}
	last := -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		k := slices.Index(keys, key.Value)
		switch {
		case k < 0:
			r.at(key, "unknown_key", "不认识的键「"+key.Value+"」"+nearestHint(key.Value, keys))
			continue
		case out[key.Value] != nil:
			r.at(key, "duplicate_key", "键「"+key.Value+"」写了两次")
		case k < last:
			r.at(key, "key_order", "键的次序应当是："+strings.Join(keys, " "))
		}
		last = max(last, k)
		out[key.Value] = n.Content[i+1]
	}
	return out
}

// list returns the items of a sequence; nil for none.
func (r *reader) list(n *lexicon.Node, what string) []*lexicon.Node {
	if n == nil || n.ShortTag() == "!!null" {
		return nil
	}
	if n.ShortTag() != "!!seq" {
		r.at(n, "shape", what+"应当是列表，每项一行，以「- 」开头")
		return nil
	}
	return n.Content
}

// text returns the words of a scalar; "" for none.
func (r *reader) text(n *lexicon.Node, what string) string {
	switch {
	case n == nil || n.ShortTag() == "!!null":
		return ""
	case n.ShortTag() == "!!map":
		r.at(n, "shape", what+"里有「: 」，被当成了键；请给整个值加半角引号")
		return ""
	case n.ShortTag() == "!!seq":
		r.at(n, "shape", what+"应当是一段文字，不是列表")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (r *reader) texts(n *lexicon.Node, what string) []string {
	var out []string
	for _, item := range r.list(n, what) {
		if t := r.text(item, what); t != "" {
			out = append(out, t)
		} else if len(r.problems) == 0 {
			r.at(item, "empty", what+"里有一项是空的")
		}
	}
	return out
}

func (r *reader) number(n *lexicon.Node, what string) int {
	words := r.text(n, what)
	if words == "" {
		return 0
	}
	value, err := strconv.Atoi(words)
	if err != nil {
		r.at(n, "number", what+"应当是整数，这里是「"+words+"」")
	}
	return value
}

// choice returns the meaning of a scalar that must be one of a few words.
func choice[V any](r *reader, n *lexicon.Node, what string, names map[string]V) V {
	var none V
	words := r.text(n, what)
	if words == "" {
		return none
	}
	v, ok := names[words]
	if !ok {
		r.at(n, "choice", what+"没有「"+words+"」"+nearestHint(words, keys(names)))
	}
	return v
}

func (r *reader) readFile(n *lexicon.Node, out *File) {
	f := r.fields(n, fileKeys)
	out.Title = r.text(f["title"], "title（标题）")
	out.Note = r.text(f["note"], "note（说明）")
	if out.Title == "" {
		r.at(n, "no_title", "文件开头要有 title（标题）")
	}
	for _, item := range r.list(f["indicators"], "indicators（指标）") {
		if i, ok := r.readIndicator(item); ok {
			out.Indicators = append(out.Indicators, i)
		}
	}
	for _, item := range r.list(f["rules"], "rules（规则）") {
		if rule, ok := r.readRule(item); ok {
			out.Rules = append(out.Rules, rule)
		}
	}
	if len(out.Rules)+len(out.Indicators) == 0 && len(r.problems) == 0 {
		r.at(n, "empty", "文件里没有规则也没有指标")
	}
}

func (r *reader) readIndicator(n *lexicon.Node) (Indicator, bool) {
	before := len(r.problems)
	f := r.fields(n, indicatorKeys)
	i := Indicator{
		Name:      r.text(f["name"], "name（指标名）"),
		Aliases:   r.texts(f["aliases"], "aliases（别名）"),
		Family:    choice(r, f["family"], "family（单位类）", familyNames),
		Direction: choice(r, f["direction"], "direction（好坏方向）", directionNames),
		At:        r.place(n),
	}
	if i.Name == "" {
		r.at(n, "no_name", "指标要有 name（名称）")
	}
	return i, len(r.problems) == before
}

var directionNames = map[string]Direction{
	string(MoreIsBetter): MoreIsBetter, string(LessIsBetter): LessIsBetter, string(Neither): Neither,
}

func (r *reader) readRule(n *lexicon.Node) (Rule, bool) {
	before := len(r.problems)
	f := r.fields(n, ruleKeys)
	rule := Rule{
		Title:    r.text(f["title"], "title（标题）"),
		ID:       r.text(f["id"], "id（编号）"),
		Kind:     choice(r, f["kind"], "kind（类别）", kindNames),
		Keep:     r.readKeep(f["keep"]),
		Suppress: choice(r, f["suppress"], "suppress（排除）", yesNo),
		Priority: r.number(f["priority"], "priority（优先级）"),
		Note:     r.text(f["note"], "note（说明）"),
		At:       r.place(n),
	}
	for _, item := range r.list(f["patterns"], "patterns（句式）") {
		r.readPattern(item, &rule)
	}
	for _, item := range r.list(f["examples"], "examples（正例）") {
		rule.Examples = append(rule.Examples, r.readExample(item))
	}
	for _, item := range r.list(f["counterexamples"], "counterexamples（反例）") {
		rule.Counterexamples = append(rule.Counterexamples, r.readCounterexample(item))
	}
	if len(r.problems) == before {
		r.checkRule(n, rule)
		r.checkKeep(f["keep"], rule)
	}
	rule.ID = topic(r.file) + "/" + rule.ID
	return rule, len(r.problems) == before
}

var yesNo = map[string]bool{"true": true, "false": false, "是": true, "否": false}

func (r *reader) readPattern(n *lexicon.Node, rule *Rule) {
	words := r.text(n, "patterns（句式）")
	if words == "" {
		return
	}
	p, err := ParsePattern(words)
	if err != nil {
		at := r.place(n)
		if wrong, ok := err.(*PatternError); ok {
			at.Column += wrong.Column - 1
			r.problems = append(r.problems, report.Problem{
				Code: "pattern", File: at.File, Line: at.Line, Column: at.Column,
				Message: "句式「" + words + "」：" + wrong.Message,
			})
		}
		return
	}
	p.At = r.place(n)
	rule.Patterns = append(rule.Patterns, p)
}

func (r *reader) readKeep(n *lexicon.Node) Keep {
	if n == nil {
		return Keep{}
	}
	f := r.fields(n, keepKeys)
	return Keep{
		Value:     r.text(f["value"], "value（取值）"),
		Indicator: r.text(f["indicator"], "indicator（指标）"),
		Subject:   r.text(f["subject"], "subject（主语）"),
		Action:    r.text(f["action"], "action（动作）"),
		Level:     r.text(f["level"], "level（级别）"),
		Scope:     r.text(f["scope"], "scope（范围）"),
		Owner:     r.text(f["owner"], "owner（责任单位）"),
		Kind:      choice(r, f["kind"], "kind（类别）", kindNames),
		Modality:  choice(r, f["modality"], "modality（情态）", modalityNames),
		Strength:  choice(r, f["strength"], "strength（力度）", strengthNames),
	}
}

func (r *reader) readExample(n *lexicon.Node) Example {
	f := r.fields(n, exampleKeys)
	e := Example{
		Text: r.text(f["text"], "text（例句）"),
		Part: choice(r, f["part"], "part（部分）", partNames),
		At:   r.place(n),
	}
	if e.Text == "" {
		r.at(n, "empty", "正例要有 text（例句）")
	}
	if f["want"] != nil {
		e.Want = r.readWant(f["want"])
	}
	return e
}

func (r *reader) readWant(n *lexicon.Node) Want {
	f := r.fields(n, wantKeys)
	return Want{
		Text:      r.text(f["text"], "text（原文）"),
		Kind:      choice(r, f["kind"], "kind（类别）", kindNames),
		Indicator: r.text(f["indicator"], "indicator（指标）"),
		Subject:   r.text(f["subject"], "subject（主语）"),
		Action:    r.text(f["action"], "action（动作）"),
		Modality:  choice(r, f["modality"], "modality（情态）", modalityNames),
		Level:     r.text(f["level"], "level（级别）"),
		Scope:     r.text(f["scope"], "scope（范围）"),
		Owner:     r.text(f["owner"], "owner（责任单位）"),
		Strength:  choice(r, f["strength"], "strength（力度）", strengthNames),
		Facts:     r.number(f["facts"], "facts（条数）"),
	}
}

// readCounterexample reads a text, or {text, part} where the part matters.
func (r *reader) readCounterexample(n *lexicon.Node) Counterexample {
	c := Counterexample{At: r.place(n)}
	if n.ShortTag() != "!!map" {
		c.Text = r.text(n, "counterexamples（反例）")
		return c
	}
	f := r.fields(n, exampleKeys[:2])
	c.Text = r.text(f["text"], "text（例句）")
	c.Part = choice(r, f["part"], "part（部分）", partNames)
	return c
}
