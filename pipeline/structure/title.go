package structure

import (
	"path/filepath"
	"strings"

	"taizhang/report"
)

// findTitle looks for the line of the title block that names the kind of
// document, with the lines before and after that belong to it.
func (d *document) findTitle() {
	best := -1
	for i, l := range d.lines[:d.front] {
		if l.role() == report.RoleTitle {
			best = i
			break
		}
		if l.longer(titleMost) || strings.Contains(l.text, "。") || !d.namesKind(l.text) {
			continue
		}
		if best < 0 || len(years(d.lines[best].text)) == 0 && len(years(l.text)) > 0 {
			best = i
		}
	}
	if best < 0 {
		d.titleFromName()
		return
	}
	first, last := best, best
	for first > 0 && best-first < 2 && d.beginsTitle(first-1, best) {
		first--
	}
	for last+1 < d.front && d.goesOn(d.lines[last].text, d.lines[last+1].text) {
		last++
	}
	for _, l := range d.lines[first : last+1] {
		d.out.Title += l.text
	}
	d.out.TitleSpan = report.Span{Start: d.lines[first].span.Start, End: d.lines[last].span.End}
}

// titleFromName takes the title of a text without one from its file name.
func (d *document) titleFromName() {
	if name := d.fileStem(); d.namesKind(name) {
		d.out.Title = name
		d.know("title", name, "file", name)
	}
}

func (d *document) fileStem() string {
	name := filepath.Base(d.hints.FileName)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// namesKind tells whether s holds a word for a kind of document.
func (d *document) namesKind(s string) bool {
	return contains(s, d.lex.Words("政府报告词")) || contains(s, d.lex.Words("总结词")) ||
		contains(s, d.lex.Words("计划词"))
}

// beginsTitle tells whether line i belongs to the title that ends on line best:
// together they name the office, and without it they do not.
func (d *document) beginsTitle(i, best int) bool {
	before, rest := d.lines[i].text, ""
	for _, l := range d.lines[i+1 : best+1] {
		rest += l.text
	}
	if strings.ContainsAny(before, "，。：；") || d.officeIn(rest) != "" {
		return false
	}
	return d.officeIn(before+rest) != ""
}

// goesOn tells whether the title runs over to the next line.
func (d *document) goesOn(title, next string) bool {
	joint := []string{"及", "和", "暨", "与", "、"}
	if !d.namesKind(next) || strings.Contains(next, "。") {
		return false
	}
	return hasSuffix(title, joint) || hasPrefix(next, joint)
}
