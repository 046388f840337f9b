package read

import (
	"strings"
	"testing"
)

func TestNumberFormats(t *testing.T) {
	tests := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"},
		{"decimalZero", 3, "03"},
		{"decimalZero", 12, "12"},
		{"chineseCounting", 1, "一"},
		{"chineseCounting", 10, "十"},
		{"chineseCounting", 11, "十一"},
		{"chineseCounting", 20, "二十"},
		{"chineseCounting", 99, "九十九"},
		{"chineseCountingThousand", 100, "一百"},
		{"chineseCountingThousand", 101, "一百零一"},
		{"chineseCountingThousand", 110, "一百一十"},
		{"chineseCountingThousand", 1001, "一千零一"},
		{"chineseCountingThousand", 2010, "二千零一十"},
		{"chineseCountingThousand", 10010, "一万零一十"},
		{"chineseLegalSimplified", 12, "壹拾贰"},
		{"ideographTraditional", 3, "丙"},
		{"ideographTraditional", 11, "11"},
		{"ideographZodiac", 12, "亥"},
		{"ideographZodiacTraditional", 1, "甲子"},
		{"ideographDigital", 10, "一〇"},
		{"decimalEnclosedCircle", 1, "①"},
		{"decimalEnclosedCircleChinese", 20, "⑳"},
		{"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 2, "⑵"},
		{"decimalEnclosedFullstop", 2, "⒉"},
		{"ideographEnclosedCircle", 3, "㊂"},
		{"decimalFullWidth", 15, "１５"},
		{"lowerLetter", 2, "b"},
		{"lowerLetter", 28, "bb"},
		{"upperLetter", 26, "Z"},
		{"lowerRoman", 4, "iv"},
		{"upperRoman", 1994, "MCMXCIV"},
		{"none", 4, ""},
		{"aFormatToCome", 4, "4"},
	}
	for _, test := range tests {
		if got := printNumber(test.n, test.format); got != test.want {
			t.Errorf("%d as %s: %q, want %q", test.n, test.format, got, test.want)
		}
	}
}

func TestNumbering(t *testing.T) {
	outline := design(0, level(0, "chineseCountingThousand", "%1、", "")+
		level(1, "chineseCounting", "（%2）", "")+
		level(2, "decimal", "%3.", "")+
		level(3, "decimalEnclosedCircle", "%4", ""))
	tests := []struct {
		name, numbering, styles, body, want string
	}{
		{
			"levels begin again", outline + use(1, 0, ""), "",
			item("总结", 1, 0) + item("投资", 1, 1) + item("民生", 1, 1) + item("学校", 1, 2) +
				item("医院", 1, 2) + item("三甲", 1, 3) + item("计划", 1, 0) + item("目标", 1, 1) + item("路", 1, 2),
			"一、总结|（一）投资|（二）民生|1. 学校|2. 医院|①三甲|二、计划|（一）目标|1. 路",
		},
		{
			"two lists of one design go on", outline + use(1, 0, "") + use(2, 0, ""), "",
			item("甲", 1, 0) + item("乙", 2, 0), "一、甲|二、乙",
		},
		{
			"start override", outline + use(1, 0, "") +
				use(2, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), "",
			item("甲", 1, 0) + item("乙", 1, 0) + item("丙", 2, 0) + item("丁", 2, 0),
			"一、甲|二、乙|一、丙|二、丁",
		},
		{
			"level override", outline + use(1, 0, `<w:lvlOverride w:ilvl="0">`+
				level(0, "decimal", "第%1项 ", `<w:suff w:val="nothing"/>`)+`</w:lvlOverride>`), "",
			item("甲", 1, 0), "第1项 甲",
		},
		{
			"start at five", design(0, `<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>`+
				`<w:lvlText w:val="%1）"/></w:lvl>`) + use(1, 0, ""), "",
			item("甲", 1, 0) + item("乙", 1, 0), "5）甲|6）乙",
		},
		{
			"legal", design(0, level(0, "chineseCounting", "第%1章 ", "")+
				level(1, "decimal", "%1.%2", "<w:isLgl/>")) + use(1, 0, ""), "",
			item("甲", 1, 0) + item("乙", 1, 0) + item("丙", 1, 1), "第一章 甲|第二章 乙|2.1 丙",
		},
		{
			"never begins again", design(0, level(0, "decimal", "%1.", "")+
				level(1, "decimal", "(%2)", `<w:lvlRestart w:val="0"/>`)) + use(1, 0, ""), "",
			item("甲", 1, 0) + item("a", 1, 1) + item("乙", 1, 0) + item("b", 1, 1), "1. 甲|(1) a|2. 乙|(2) b",
		},
		{
			"by style and what it is based on", outline + use(7, 0, ""),
			`<w:style w:type="paragraph" w:styleId="a"><w:name w:val="节"/><w:pPr><w:numPr>` +
				`<w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="b"><w:name w:val="小节"/><w:basedOn w:val="a"/></w:style>`,
			para("甲", `<w:pStyle w:val="b"/>`) + para("乙", `<w:pStyle w:val="a"/>`) +
				para("丙", `<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>`),
			"（一）甲|（二）乙|丙",
		},
		{
			"level tied to a style", design(0, level(0, "chineseCounting", "%1、", `<w:pStyle w:val="h1"/>`)+
				level(1, "chineseCounting", "（%2）", `<w:pStyle w:val="h2"/>`)) + use(3, 0, ""),
			`<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="x"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="y"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`,
			para("甲", `<w:pStyle w:val="h1"/>`) + para("乙", `<w:pStyle w:val="h2"/>`), "一、甲|（一）乙",
		},
		{
			"bullets print nothing", design(0, level(0, "bullet", "", "")) + use(1, 0, ""), "",
			item("甲", 1, 0), "甲",
		},
		{
			"custom of Word 2010", design(0, `<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14">`+
				`<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>`+
				`<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>`) +
				use(1, 0, ""), "",
			item("甲", 1, 0), "001、甲",
		},
		{"list that is not there", "", "", item("甲", 9, 0), "甲"},
		{"styles in a circle", outline + use(1, 0, ""),
			`<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`,
			para("甲", `<w:pStyle w:val="a"/>`), "甲"},
	}
	for _, test := range tests {
		w := word{body: test.body, numbering: test.numbering, styles: test.styles}
		source := mustRead(t, "a.docx", w.bytes(t))
		if got := strings.Join(lineTexts(source), "|"); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}
