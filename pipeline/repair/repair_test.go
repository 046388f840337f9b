package repair

import (
	"testing"

	"taizhang/report"
)

// TestRepair holds small texts before and after repair.
func TestRepair(t *testing.T) {
	lex := words(t)
	for _, c := range []struct {
		name, before, after string
		layout              report.Layout
	}{
		{"amount over a page break", "审核了若干结算，办结项目。总计 12.5\n\n万元。\n", "审核了若干结算，办结项目。总计12.5万元。\n", report.LayoutUnknown},
		{"paragraphs stay as they are", "一段没有句号的话，到此为止\n另一段\n", "一段没有句号的话，到此为止\n另一段\n", report.LayoutParagraphs},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Repair(plain("x.txt", c.before, c.layout), lex).Body; got != c.after {
				t.Errorf("got\n%swant\n%s", got, c.after)
			}
		})
	}
}
