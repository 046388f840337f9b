package structure

import (
	"testing"

	"taizhang/pipeline/repair"
	"taizhang/report"
)

// outline repairs and outlines a text.
func outline(t testing.TB, name, text string) (report.Text, report.Outline) {
	t.Helper()
	lex := words(t)
	body := repair.Repair(plain(name, text, report.LayoutUnknown), lex)
	return body, Outline(body, Hints{FileName: name}, lex)
}

func TestYears(t *testing.T) {
	for _, c := range []struct {
		name, text        string
		reviewed, planned int
	}{
		{"a.txt", "青溪县教育局2022年工作总结及2023年工作计划\n2022年，我局办了几件事。\n", 2022, 2023},
		{"b.txt", "2026年青溪县政府工作报告\n各位代表：\n", 2025, 2026},
		{"c.txt", "各位代表：\n现在，我代表县人民政府作政府工作报告。\n一、2020年工作回顾\n好。\n二、2021年主要任务\n好。\n", 2020, 2021},
	} {
		_, o := outline(t, c.name, c.text)
		if o.Reviewed != c.reviewed || o.Planned != c.planned {
			t.Errorf("%s: got %d/%d, want %d/%d", c.text, o.Reviewed, o.Planned, c.reviewed, c.planned)
		}
	}
}
