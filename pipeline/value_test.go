package pipeline

import (
	"testing"

	"taizhang/report"
)

func TestValue(t *testing.T) {
	p, _, err := loadRules(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, min, unit, base, baseUnit string }{
		{"五亿元", "500000000", "元", "", ""},
		{"五亿", "500000000", "", "", ""},
		{"5000万", "50000000", "", "", ""},
		{"9.6亿元", "960000000", "元", "", ""},
		{"97%", "97", "%", "", ""},
		{"3.5公里", "3.5", "公里", "3500", "米"},
		{"两公顷", "2", "公顷", "20000", "平方米"},
		{"三百五十个", "350", "个", "", ""},
		{"很多", "", "", "", ""},
		{"2023年5月", "", "", "", ""},
		{"", "", "", "", ""},
		{"5个和6个", "", "", "", ""},
	} {
		v, ok := p.Value(c.text)
		if ok != (c.min != "") {
			t.Errorf("%q: value %+v, %v", c.text, v, ok)
			continue
		}
		if ok && (v.Min.String() != c.min || v.Unit != c.unit || c.base != "" && !hasBase(v, c.base, c.baseUnit)) {
			t.Errorf("%q: %s %s, base %+v; want %s %s, base %s %s", c.text, v.Min, v.Unit, v.Base, c.min, c.unit, c.base, c.baseUnit)
		}
	}
}

func hasBase(v report.Value, number, unit string) bool {
	return v.Base != nil && v.Base.Min.String() == number && v.Base.Unit == unit
}
