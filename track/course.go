package track

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// Courses are the words of promises that name no number but which way an
// indicator is to go: 外贸稳定增长, 居民收入与经济增长同步.
type Courses struct {
	Rising  []string   // 稳定增长, 由负转正
	InStep  []string   // 同步, 保持同步
	Faster  []string   // 高于, 不低于
	Beside  []string   // what others are to keep up with: 经济增长
	Objects []string   // end what has a course: 收入, 进出口
	Kinds   []string   // 城镇: of one who has it no other speaks
	Names   [][]string // how promises call it, then names of what is measured
}

func newCourses(list func(string) []string) Courses {
	return Courses{Rising: list("走势上升"), InStep: list("走势同步"), Faster: list("走势快于"), Beside: list("走势参照"),
		Objects: list("走势对象"), Kinds: list("走势分类"), Names: groups(list("走势合称"))}
}

// course is what a clause says of the way an indicator is to go.
type course struct {
	subject, says string
	beside        bool // it is to keep up with the economy, not only to rise
}

// mostBehind is by how many points what is to keep in step may lie behind.
const mostBehind = "0.5"

// course reads a clause that promises one.
func (v *vocabulary) course(clause string) (course, bool) {
	s := v.skipManner(clause)
	s = strings.TrimPrefix(s, longestPrefix(s, v.Light))
	c, ok := v.rising(s)
	if !ok {
		c, ok = v.keepingUp(s)
	}
	c.subject = strings.TrimSuffix(c.subject, longestSuffix(c.subject, v.Growths))
	return c, ok && letters(c.subject) >= 2 && firstSuffix(c.subject, v.Courses.Objects) != ""
}

// rising reads 外贸稳定增长.
func (v *vocabulary) rising(s string) (course, bool) {
	w := longestSuffix(s, v.Courses.Rising)
	return course{subject: strings.TrimSuffix(s, w), says: w}, w != ""
}

// keepingUp reads 居民收入增长与经济增长同步 and 居民收入增速高于经济增速.
func (v *vocabulary) keepingUp(s string) (course, bool) {
	rest := strings.TrimSuffix(s, longestSuffix(s, v.Courses.InStep))
	other := longestSuffix(rest, v.Courses.Beside)
	before := strings.TrimSuffix(rest, other)
	joint := longestSuffix(before, v.Joints)
	if rest == s {
		joint = longestSuffix(before, v.Courses.Faster)
	}
	subject := strings.TrimSuffix(before, joint)
	return course{subject, s[len(subject):], true}, other != "" && joint != ""
}

// byCourse answers a promise of a course by the growth that a review gives.
func (l *ledger) byCourse(p *promise, year int) []answered {
	c, ok := l.v.course(p.Text)
	y := l.a.years[year]
	if !ok || len(p.Targets) > 0 || y == nil {
		return nil
	}
	var best []report.Fact
	var at *said
	for i := range y.sentences {
		if s := &y.sentences[i]; !s.plan && s.report != p.MadeIn {
			if found := growths(s, year, func(f report.Fact) bool { return l.v.measures(c.subject, f) }); len(found) > len(best) {
				best, at = found, s
			}
		}
	}
	if at == nil {
		return nil
	}
	r := reading{status: report.Unverifiable, verdict: report.Mentions, why: "没有说经济增长多少"}
	if floor, told := l.floor(c, y, year); told {
		r = held(best, floor)
	}
	sure := candidate{said: at, name: 1, score: shortName}
	a := answered{sure.answer(r), r.status}
	a.Value, a.Fact = best[0].Value, best[0].ID
	return []answered{a}
}

// growths returns the facts of a sentence that tell by how much something grew
// in the year.
func growths(s *said, year int, of func(report.Fact) bool) []report.Fact {
	var out []report.Fact
	for _, f := range s.facts {
		if f.Value != nil && f.Value.Unit == "%" && f.Comparison == report.YearOnYear && f.Modality != report.Target &&
			(f.Period.IsZero() || f.Period == report.YearPeriod(year)) && of(f) {
			out = append(out, f)
		}
	}
	return out
}

// measures tells whether the fact's value is one of what a promise calls by the
// subject.
func (v *vocabulary) measures(subject string, f report.Fact) bool {
	for _, kind := range v.Courses.Kinds {
		if strings.Contains(subject, kind) && !strings.Contains(f.Subject+f.Indicator, kind) {
			return false
		}
	}
	for _, group := range v.Courses.Names {
		if strings.HasSuffix(subject, group[0]) {
			return firstSuffix(f.Subject, group) != "" || firstSuffix(f.Indicator, group) != ""
		}
	}
	own := v.indicator(report.Fact{Subject: subject})
	return f.Subject == subject || f.Indicator == subject || own != "" && own == v.indicator(f) ||
		letters(f.Subject) > 2 && strings.HasSuffix(subject, f.Subject) || strings.HasSuffix(f.Subject, subject)
}

// floor returns what the growth may not fall below: nothing, or that of the
// economy as the reviews of the year tell it.
func (l *ledger) floor(c course, y *reviews, year int) (report.Decimal, bool) {
	if !c.beside {
		return report.Whole(0), true
	}
	economy := ""
	for _, w := range l.v.Courses.Beside {
		if economy = l.v.indicator(report.Fact{Subject: w}); economy != "" {
			break
		}
	}
	for _, i := range y.of[economy] {
		told := growths(&y.sentences[i], year, func(f report.Fact) bool { return f.Indicator == economy })
		if len(told) == 0 {
			continue
		}
		behind, err := report.ParseDecimal(mostBehind)
		if err != nil || firstOf(c.says, l.v.Courses.InStep) == "" {
			return told[0].Value.Min, true
		}
		return told[0].Value.Min.Sub(behind), true
	}
	return report.Decimal{}, false
}

// held tells what the growths say of a promise to stay above the floor.
func held(found []report.Fact, floor report.Decimal) reading {
	above, words := 0, []string{}
	for _, f := range found {
		if f.Value.Min.Cmp(floor) > 0 || !floor.IsZero() && f.Value.Min.Equal(floor) {
			above++
		}
		words = append(words, f.Text)
	}
	why := fmt.Sprintf("实际增长%s，要高于%s%%", strings.Join(words, "、"), floor)
	switch above {
	case len(found):
		return reading{status: report.Done, verdict: report.Supports, why: why}
	case 0:
		return reading{status: report.Missed, verdict: report.Contradicts, why: why}
	}
	return reading{status: report.Partial, verdict: report.PartlyMet, why: why}
}

// isCourse tells whether the clause is a promise of a course.
func (v *vocabulary) isCourse(clause string) (pledge, bool) {
	c, ok := v.course(clause)
	start := v.skipLead(clause)
	return pledge{subject: c.subject, action: c.says, strength: report.Complete, behind: true, span: report.Span{Start: start, End: len(clause)}},
		ok && !slices.Contains(v.Hollow, c.subject)
}
