package track

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// sizeOfClass tells whether the sum only says which things are counted: 千万元以上
// 重点项目156个.
func sizeOfClass(f report.Fact, at report.Span) bool {
	if f.Kind != report.KindAmount || f.Value.Bound != report.AtLeast && f.Value.Bound != report.AtMost {
		return false
	}
	behind := words(f.Sentence, report.Span{Start: at.End, End: len(f.Sentence)})
	n := strings.IndexFunc(behind, func(r rune) bool { return !unicode.IsLetter(r) })
	return n > 0 && behind[n] >= '0' && behind[n] <= '9' && letters(behind[:n]) >= 2 && letters(behind[:n]) <= 12
}

// startsFrom tells whether the number is one that the promised change starts
// from: 由25元提高到30元.
func (v *vocabulary) startsFrom(f report.Fact, at report.Span) bool {
	if f.Value == nil {
		return false
	}
	c := report.ClauseOf(f.Sentence, at.Start, at.End)
	before := words(f.Sentence, report.Span{Start: c.Start, End: at.Start})
	behind := words(f.Sentence, report.Span{Start: at.End, End: c.End})
	w := ""
	for _, from := range v.From {
		if i := strings.LastIndex(before, from); i >= 0 && letters(before[i:]) <= 6 {
			w = from
		}
	}
	return w != "" && firstOf(behind, v.Stock) != "" && strings.ContainsAny(behind, "0123456789")
}

// sizeInName tells whether the number is a part of a name, nothing promised:
// 10万头肉牛屠宰加工扩建项目年内投产. No verb stands before it in its clause, the name
// goes on behind it up to its kind, and then a stage is reached.
func (v *vocabulary) sizeInName(f report.Fact, at report.Span) bool {
	if f.Value == nil {
		return false
	}
	c := report.ClauseOf(f.Sentence, at.Start, at.End)
	before, behind := words(f.Sentence, report.Span{Start: c.Start, End: at.Start}), words(f.Sentence, report.Span{Start: at.End, End: c.End})
	start := v.skipLead(before)
	if verb, _ := v.verbAt(before[start:]); verb != "" || len(v.hits(before)) > 0 || firstOf(before, v.Added) != "" {
		return false
	}
	for _, h := range v.hits(behind) {
		if h.stage > 1 && h.at > 0 {
			name := behind[:h.at]
			if i := firstAt(name, v.Light); i > 0 {
				name = name[:i] // 露天矿完成征地并开工
			}
			return v.sized(f, name)
		}
	}
	i := firstAt(behind, v.Tasks.MidVerbs) // 露天矿取得核准
	return i > 0 && v.sized(f, behind[:i])
}

// sized tells whether the words behind a number end as the name of a work does
// that has such a size.
func (v *vocabulary) sized(f report.Fact, name string) bool {
	name = cutPhase(v.cutDay(v.trimManner(name)))
	return firstSuffix(name, v.Kinds) != "" || firstSuffix(name, v.Works) != "" && firstPrefix(f.Value.Unit, v.Sizes) != ""
}

// cutPhase cuts the phase from the end of a name: 电石项目一期.
func cutPhase(name string) string {
	if rest, ok := strings.CutSuffix(name, "期"); ok && phase([]rune(name)) != 0 {
		return strings.TrimRight(rest, "一二三四五六七八九十")
	}
	return name
}

// classOf returns the size that things counted must at least have: 亿元 of 亿元以上
// 项目; empty where none is said.
func classOf(words string) string {
	i := strings.Index(words, "元以上")
	if i < 0 {
		return ""
	}
	from := strings.LastIndexFunc(words[:i], func(r rune) bool {
		return !(r >= '0' && r <= '9') && !strings.ContainsRune("千百万亿.", r)
	})
	if from < 0 {
		return words[:i]
	}
	_, width := utf8.DecodeRuneInString(words[from:])
	return words[from+width : i]
}

// otherClass tells whether promise and fact count things of other sizes: 亿元以上
// 项目, 5000万元以上项目. Their names tell, else what is said beside them.
func (p *promise) otherClass(t, f report.Fact, near string) bool {
	x, y := classOf(t.Subject), classOf(f.Subject)
	if x == "" {
		x = classOf(p.Text)
	}
	if y == "" {
		y = classOf(near)
	}
	return x != "" && y != "" && x != y
}
