package structure

import (
	"strconv"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// claim is a year that some words claim to be the one reviewed or planned.
type claim struct {
	year  int
	from  string // argument, title, text, file
	quote string
}

// claims collects what was said of both years, best witness first.
type claims struct {
	reviewed, planned []claim
}

func (c *claims) review(year int, from, quote string) {
	c.reviewed = append(c.reviewed, claim{year, from, quote})
}

func (c *claims) plan(year int, from, quote string) {
	c.planned = append(c.planned, claim{year, from, quote})
}

// findYears finds the reviewed and the planned year: from the person, title,
// headings, the text's first paragraphs, the file name. Where witnesses
// disagree the first is believed and the conflict is listed.
func (d *document) findYears() {
	var c claims
	if d.hints.Year != 0 {
		c.review(d.hints.Year, "argument", strconv.Itoa(d.hints.Year))
	}
	var heads claims
	d.headingYears(&heads)
	if d.titleFrom() == "title" {
		d.titleYears(&c, d.out.Title, "title", &heads)
	}
	d.sessionYears(&c, &heads)
	c.reviewed = append(c.reviewed, heads.reviewed...)
	c.planned = append(c.planned, heads.planned...)
	if len(c.reviewed) == 0 && len(c.planned) == 0 {
		d.paragraphYears(&c)
	}
	d.nameYears(&c, &heads)
	d.pairedYears(&c)
	d.settle(&c)
}

// titleYears reads 2023年工作总结及2024年工作计划 and 2026年湖南省政府工作报告. The
// one year of a 政府工作报告 is the year it is given, unless its headings show
// that it is the year reviewed.
func (d *document) titleYears(c *claims, title, from string, heads *claims) {
	hits := years(title)
	for i, h := range hits {
		end := len(title)
		if i+1 < len(hits) {
			end = hits[i+1].span.Start
		}
		words := title[h.span.End:end]
		sum, _ := find(words, d.lex.Words("总结词"))
		plan, _ := find(words, d.lex.Words("计划词"))
		switch {
		case d.out.Kind == report.KindGovernment:
			if len(heads.reviewed) > 0 && heads.reviewed[0].year == h.year {
				c.review(h.year, from, title)
			} else {
				c.plan(h.year, from, title)
			}
		case sum >= 0 && (plan < 0 || sum < plan):
			c.review(h.year, from, title)
		case plan >= 0:
			c.plan(h.year, from, title)
		case d.out.Kind == report.KindSummary || d.out.Kind == report.KindSummaryPlan:
			c.review(h.year, from, title)
		case d.out.Kind == report.KindPlan:
			c.plan(h.year, from, title)
		}
	}
}

// sessionYears reads the day on which a report was given off the title block:
// ——2026年2月3日在湖南省第十四届人民代表大会第四次会议上, or the day alone. It plans that
// year, unless it was given at its end.
func (d *document) sessionYears(c, heads *claims) {
	if d.out.Kind != report.KindGovernment {
		return
	}
	for _, l := range d.lines[:d.front] {
		hits := years(l.text)
		if len(hits) == 0 || !strings.Contains(l.text, "会议") && !strings.Contains(l.text, "大会") && !isDay(l.text) {
			continue
		}
		d.given = hits[0].year
		if heads.givenIn(d.given) || inWinter(l.text[hits[0].span.End:]) && (d.givenLate() || d.headsNextYear()) {
			c.review(d.given, "title", l.text)
		} else {
			c.plan(d.given, "title", l.text)
		}
	}
}

// isDay tells whether a line is a day and nothing else: （2014年1月9日）.
func isDay(text string) bool {
	text = strings.Trim(text, "（）()—-· \u3000")
	hits := years(text)
	return len(hits) == 1 && hits[0].span.Start == 0 && strings.HasSuffix(text, "日") && !lexicon.Longer(text, dayMost)
}

// inWinter tells whether what follows a year is one of its last two months.
func inWinter(s string) bool {
	return hasPrefix(strings.TrimSpace(s), []string{"11月", "12月", "十一月", "十二月"})
}

// headsNextYear tells whether a heading speaks of the next year without saying
// which: 二、明年工作安排.
func (d *document) headsNextYear() bool {
	for _, l := range d.lines {
		if l.head > 0 && (l.class == unnumbered || l.class <= d.top) && contains(l.text[:l.head], d.lex.Words("明年词")) {
			return true
		}
	}
	return false
}

// givenIn tells whether headings show that a report was given at the end of the
// year.
func (c *claims) givenIn(year int) bool {
	return len(c.reviewed) > 0 && c.reviewed[0].year == year || len(c.planned) > 0 && c.planned[0].year == year+1
}

// headingYears reads 一、2009年工作回顾 and 二、2010年主要任务.
func (d *document) headingYears(c *claims) {
	for _, l := range d.lines {
		if l.head == 0 || l.class != unnumbered && l.class > d.top {
			continue
		}
		head := l.text[:l.head]
		hits := years(head)
		for i, h := range hits {
			end := len(head)
			if i+1 < len(hits) {
				end = hits[i+1].span.Start
			}
			switch words := head[h.span.End:end]; {
			case contains(words, d.lex.Words("回顾标题词")) || d.reports(head):
				c.review(h.year, "text", head)
			case d.plans(head[h.span.Start:end]) || len(hits) == 1 && d.plans(head):
				c.plan(h.year, "text", head)
			case hasPrefix(words, d.lex.Words("工作标题词")):
				c.guessByOrder(h.year, head)
			}
		}
	}
}

// guessByOrder takes a bare 2011年的工作 for the plan where a review came before.
func (c *claims) guessByOrder(year int, head string) {
	switch {
	case len(c.planned) > 0:
	case len(c.reviewed) > 0 && c.reviewed[0].year < year, strings.Contains(head, "关于"):
		c.plan(year, "text", head)
	case strings.HasPrefix(head, "三、"):
		c.plan(year, "text", head)
	}
}

// reports tells whether a heading says that it reports: 首先报告2001年的工作.
func (d *document) reports(head string) bool { return strings.HasPrefix(head, "首先报告") }

// paragraphYears reads the year off a paragraph of the first third that begins
// with it: 2005年，我国现代化事业取得显著成就。
func (d *document) paragraphYears(c *claims) {
	switch d.out.Kind {
	case report.KindGovernment, report.KindSummary, report.KindSummaryPlan:
	default:
		return
	}
	for _, l := range d.lines {
		if 3*l.span.Start > len(d.text.Body) {
			break
		}
		year, n := yearAt(l.text)
		if n > 0 && (strings.HasPrefix(l.text[n:], "，") || strings.HasPrefix(l.text[n:], "是")) {
			sentence, _, _ := strings.Cut(l.text, "。")
			c.review(year, "text", sentence)
			return
		}
	}
	d.signedYear(c)
}

// signedYear reads the day under a summary: signed from October on it is about
// that year, signed up to March about the year before.
func (d *document) signedYear(c *claims) {
	if len(d.lines) == 0 || d.out.Kind == report.KindGovernment {
		return
	}
	l := d.lines[len(d.lines)-1]
	hits := years(l.text)
	if len(hits) != 1 || l.longer(signedMost) || !strings.HasSuffix(l.text, "日") {
		return
	}
	switch month, _, _ := strings.Cut(l.text[hits[0].span.End:], "月"); month {
	case "10", "11", "12":
		c.review(hits[0].year, "text", l.text)
	case "1", "2", "3", "01", "02", "03":
		c.review(hits[0].year-1, "text", l.text)
	}
}

// nameYears asks the file name last.
func (d *document) nameYears(c *claims, heads *claims) {
	stem := d.fileStem()
	var named claims
	d.titleYears(&named, stem, "file", heads)
	if len(named.reviewed) == 0 && len(named.planned) == 0 {
		year, n := yearAt(stem + "年")
		switch {
		case n == 0:
		case d.out.Kind == report.KindGovernment && len(c.planned) == 0 && d.givenLate():
			d.given = year
			named.review(year, "file", stem)
		case d.out.Kind == report.KindGovernment, d.out.Kind == report.KindPlan:
			named.plan(year, "file", stem)
		case d.out.Kind == report.KindSummary, d.out.Kind == report.KindSummaryPlan:
			named.review(year, "file", stem)
		}
	}
	c.reviewed = append(c.reviewed, named.reviewed...)
	c.planned = append(c.planned, named.planned...)
}

// givenLate tells whether a report was given at the end of the year: its first
// third speaks of this year as of one that is nearly over.
func (d *document) givenLate() bool {
	first := d.text.Body[:len(d.text.Body)/3]
	return contains(strings.ToValidUTF8(first, ""), d.lex.Words("年末报告词"))
}

// pairedYears reads the year before the planned one in a plan that names both,
// 2020、2021年: the plan for it is being carried out.
func (d *document) pairedYears(c *claims) {
	if d.out.Kind != report.KindPlan || len(c.planned) == 0 || len(c.reviewed) > 0 {
		return
	}
	planned := c.planned[0].year
	words := strconv.Itoa(planned-1) + "、" + strconv.Itoa(planned) + "年"
	for _, l := range d.lines[:min(d.front+paired, len(d.lines))] {
		if strings.Contains(l.text, words) {
			c.review(planned-1, "text", words)
			return
		}
	}
}

// settle believes the first witness of each year and fills the other year
// where the kind of document ties them together.
func (d *document) settle(c *claims) {
	d.out.Reviewed = d.believe("reviewed", c.reviewed)
	d.out.Planned = d.believe("planned", c.planned)
	if !d.tied() {
		return
	}
	if contains(d.out.Title, d.lex.Words("下半年词")) && d.out.Reviewed != 0 {
		d.out.Planned = d.out.Reviewed
		d.know("planned", strconv.Itoa(d.out.Planned), "title", d.out.Title)
		return
	}
	argued := len(c.reviewed) > 0 && c.reviewed[0].from == "argument"
	switch {
	case d.out.Reviewed != 0 && (d.out.Planned == 0 || argued && d.out.Planned != d.out.Reviewed+1):
		d.out.Planned = d.out.Reviewed + 1
		d.know("planned", strconv.Itoa(d.out.Planned), c.reviewed[0].from, c.reviewed[0].quote)
	case d.out.Reviewed == 0 && d.out.Planned != 0:
		d.out.Reviewed = d.out.Planned - 1
		d.know("reviewed", strconv.Itoa(d.out.Reviewed), c.planned[0].from, c.planned[0].quote)
	case d.out.Reviewed != 0 && d.out.Reviewed >= d.out.Planned:
		d.problem("year_conflict", "the planned year does not follow the reviewed one", "check with --year")
	}
}

// tied tells whether the document plans the year after the one it reviews.
func (d *document) tied() bool {
	switch d.out.Kind {
	case report.KindGovernment, report.KindSummaryPlan:
		return true
	case report.KindSummary:
		return d.out.Planned == 0 && (contains(d.text.Body, d.lex.Words("来年词")) || d.plansAhead())
	}
	return false
}

// plansAhead tells whether a summary ends in a plan: a top heading announces
// one, or a paragraph begins with the next year.
func (d *document) plansAhead() bool {
	for _, l := range d.lines {
		if l.head > 0 && (l.class == unnumbered || l.class <= d.top) && d.plans(l.text[:l.head]) {
			return true
		}
		year, n := yearAt(l.text)
		next := n > 0 && year == d.out.Reviewed+1 || hasPrefix(l.text, d.lex.Words("下一步起首"))
		if next && contains(firstSentence(l.text), d.lex.Words("将来词")) {
			return true
		}
	}
	return false
}

func (d *document) believe(field string, said []claim) int {
	if len(said) == 0 {
		return 0
	}
	first := said[0]
	d.know(field, strconv.Itoa(first.year), first.from, first.quote)
	for _, c := range said[1:] {
		if c.year != first.year && first.from != "argument" && c.from != "file" {
			message := "the " + field + " year is " + strconv.Itoa(first.year) + " in " + first.quote +
				", but " + strconv.Itoa(c.year) + " in " + c.quote
			d.problem("year_conflict", message, "check with --year")
			break
		}
	}
	return first.year
}
