package lexicon

import "testing"

func TestShape(t *testing.T) {
	for _, c := range []struct {
		shape, line    string
		number, length int
		ok             bool
	}{
		{"一、", "十二、抓落实", 12, len("十二、"), true},
		{"一、", "二十一、抓落实", 21, len("二十一、"), true},
		{"一、", "一、二季度增长", 0, 0, false},
		{"一、", "一、一年接着一年干", 1, len("一、"), true},
		{"（一）", "（三）好", 3, len("（三）"), true},
		{"第一章", "第三章总则", 3, len("第三章"), true},
		{"第一，", "第二，好", 2, len("第二，"), true},
		{"1.", "3.抓落实", 3, 2, true},
		{"1.", "2.5万元", 0, 0, false},
		{"1.", "1.2023年开工", 1, 2, true},
		{"1、", "1、2号楼", 0, 0, false},
		{"1、", "1、2023年", 1, len("1、"), true},
		{"①", "③好", 3, len("③"), true},
		{"——", "——好", 0, len("——"), true},
		{"一、", "", 0, 0, false},
	} {
		number, length, ok := Shape(c.shape).Match(c.line)
		if number != c.number || length != c.length || ok != c.ok {
			t.Errorf("%s in %s: got %d, %d, %v", c.shape, c.line, number, length, ok)
		}
	}
}
