package structure

import (
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// cue is what words say of the part and time of what follows them.
type cue struct {
	part   report.Part
	period report.Period // of several years; zero for one
}

var noCue = cue{}

// plans tells whether a heading without year speaks of what will be done.
func (d *document) plans(head string) bool {
	head = strings.TrimRight(head, "。：")
	return contains(head, d.lex.Words("计划标题词")) || hasSuffix(head, d.lex.Words("计划标题尾"))
}

// headCues returns what a heading says: nothing, one cue, or both halves in
// their order (“十四五”时期发展成就和“十五五”时期主要目标任务).
func (d *document) headCues(head string) []cue {
	var cues []cue
	add := func(c cue) {
		if n := len(cues); n == 0 || cues[n-1].part != c.part {
			cues = append(cues, c)
		} else if c.period.IsZero() {
			cues[n-1] = c // the year is named too, and is what is meant where nothing else is said
		}
	}
	for i := range head {
		if c := d.timeAt(head, i); c != noCue {
			add(c)
		}
	}
	if len(cues) > 0 {
		return cues
	}
	review, _ := find(head, d.lex.Words("回顾标题词"))
	plan, _ := find(head, d.lex.Words("计划标题词"))
	switch {
	case review >= 0 && plan > review:
		return []cue{{part: report.Review}, {part: report.Plan}}
	case review >= 0:
		return []cue{{part: report.Review}}
	case d.plans(head):
		return []cue{{part: report.Plan}}
	}
	return nil
}

// timeAt returns what the words of time that begin at s[i] say.
func (d *document) timeAt(s string, i int) cue {
	rest := s[i:]
	if r, _ := lexicon.Rune(rest); !d.timely.may(r) {
		return noCue // as nearly everywhere
	}
	if year, n := yearAt(rest); n > 0 && !digitBefore(s[:i]) {
		switch {
		case year == d.out.Planned:
			return cue{part: report.Plan}
		case year == d.out.Reviewed:
			return cue{part: report.Review}
		}
		return noCue
	}
	if p, n := fiveYears(rest); n > 0 && !hasPrefix(rest[n:], []string{"开", "”开", "良好开局"}) {
		return d.block(p)
	}
	switch {
	case hasPrefix(rest, d.lex.Words("五年起首")):
		return cue{report.Review, d.pastFive()}
	case hasPrefix(rest, d.lex.Words("未来五年起首")):
		return cue{report.Plan, d.nextFive()}
	case hasPrefix(rest, d.lex.Words("一年起首")):
		return cue{part: report.Review}
	case d.givenInPlanYear() && hasPrefix(rest, d.lex.Words("今年起首")) &&
		!hasPrefix(rest, d.lex.Words("今年已过")):
		return cue{part: report.Plan}
	}
	return noCue
}

// runeBits has a bit for the last ten bits of each character in it.
type runeBits [16]uint64

func (b *runeBits) add(r rune) { b[r/64%16] |= 1 << (r % 64) }

func (b *runeBits) may(r rune) bool { return b[r/64%16]&(1<<(r%64)) != 0 }

// timely returns the characters that what timeAt reads can begin with.
func timely(lex *lexicon.Lexicon) (set runeBits) {
	for _, r := range "0123456789零○“第" + chineseDigits {
		set.add(r)
	}
	for _, class := range []string{"五年起首", "未来五年起首", "一年起首", "今年起首"} {
		for _, w := range lex.Words(class) {
			r, _ := lexicon.Rune(w)
			set.add(r)
		}
	}
	return set
}

// block returns the cue of a five-year plan: past or to come.
func (d *document) block(p report.Period) cue {
	switch {
	case d.out.Planned != 0 && p.End.Year >= d.out.Planned && p.Start.Year >= d.out.Reviewed:
		return cue{report.Plan, p}
	case d.out.Reviewed != 0 && p.End.Year <= d.out.Reviewed:
		return cue{report.Review, p}
	}
	return noCue
}

func (d *document) pastFive() report.Period {
	if d.out.Reviewed == 0 {
		return report.Period{}
	}
	return report.YearsPeriod(d.out.Reviewed-4, d.out.Reviewed)
}

func (d *document) nextFive() report.Period {
	if d.out.Planned == 0 {
		return report.Period{}
	}
	return report.YearsPeriod(d.out.Planned, d.out.Planned+4)
}

// givenInPlanYear tells whether 今年 is the planned year: a 政府工作报告 is read
// out at the beginning of the year it plans, unless its day is in the year it
// reviews.
func (d *document) givenInPlanYear() bool {
	return d.out.Kind == report.KindGovernment && (d.given == 0 || d.given != d.out.Reviewed) || d.out.Kind == report.KindPlan
}

// planBase dates the five-year plans since the sixth (1981 to 1985).
const planBase = 1951

// fiveYears reads the name of a five-year plan at the head of s, “十五五” or
// 第十五个五年, and returns its years and the length read.
func fiveYears(s string) (report.Period, int) {
	at := len(s) - len(strings.TrimPrefix(s, "“"))
	rest := s[at:]
	if number, n := lexicon.ChineseNumber(strings.TrimPrefix(rest, "第")); n > 0 {
		if after, ok := strings.CutPrefix(rest, "第"); ok {
			if strings.HasPrefix(after[n:], "个五年") {
				return planYears(number), at + len("第") + n + len("个五年")
			}
			return report.Period{}, 0
		}
	}
	if at == 0 {
		return report.Period{}, 0
	}
	i := strings.Index(rest, "五”")
	if i <= 0 || i > len("二十") {
		return report.Period{}, 0
	}
	number, n := lexicon.ChineseNumber(rest[:i])
	if n != i || number < 6 {
		return report.Period{}, 0
	}
	return planYears(number), at + i + len("五”")
}

func planYears(number int) report.Period {
	first := planBase + 5*number
	return report.YearsPeriod(first, first+4)
}
