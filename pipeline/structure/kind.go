package structure

import (
	"strings"

	"taizhang/report"
)

// findKind finds the kind of document: from the person, title, text, file name.
func (d *document) findKind() {
	switch {
	case d.hints.Kind != "":
		d.out.Kind = d.hints.Kind
		d.know("kind", d.hints.Kind, "argument", d.hints.Kind)
	case d.knowKind(d.kindOf(d.out.Title), d.titleFrom(), d.out.Title):
	case d.kindFromText():
	default:
		d.knowKind(d.kindOf(d.fileStem()), "file", d.fileStem())
	}
}

// titleFrom says where the title stands: in the text or in the file name.
func (d *document) titleFrom() string {
	if d.out.TitleSpan.Len() == 0 {
		return "file"
	}
	return "title"
}

func (d *document) knowKind(kind, from, quote string) bool {
	if kind == "" {
		return false
	}
	d.out.Kind = kind
	d.know("kind", kind, from, quote)
	return true
}

// kindOf reads the kind off a title.
func (d *document) kindOf(title string) string {
	sum, plan := contains(title, d.lex.Words("总结词")), contains(title, d.lex.Words("计划词"))
	switch {
	case contains(title, d.lex.Words("政府报告词")):
		return report.KindGovernment
	case sum && plan:
		return report.KindSummaryPlan
	case sum:
		return report.KindSummary
	case plan:
		return report.KindPlan
	}
	return ""
}

// openingLines is how many lines of the text proper can say what it is.
const openingLines = 8

// kindFromText looks at the first sentences: 现在，我代表国务院作政府工作报告.
func (d *document) kindFromText() bool {
	cues := []struct{ class, kind string }{
		{"党代会句", report.KindCongress},
		{"计划报告句", report.KindPlan},
		{"政府报告句", report.KindGovernment},
	}
	for _, l := range d.opening() {
		for sentence := range strings.SplitSeq(l.text, "。") {
			for _, c := range cues {
				if _, word := find(sentence, d.lex.Words(c.class)); word != "" {
					return d.knowKind(c.kind, "text", sentence)
				}
			}
		}
	}
	return false
}

// opening returns the first lines after the title block.
func (d *document) opening() []line {
	return d.lines[d.front:min(len(d.lines), d.front+openingLines)]
}
