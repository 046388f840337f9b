package read

import (
	"context"
	"strings"
	"testing"

	"taizhang/report"
)

func TestDocx(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	p := func(inner string) string { return "<w:p>" + inner + "</w:p>" }
	cell := func(props, inner string) string { return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + inner + "</w:tc>" }
	tests := []struct{ name, body, want string }{
		{"a number cut into runs", p(run("投资27") + run("00个")), "投资2700个"},
		{"inserted and deleted", p(run("完成") + "<w:ins>" + run("3") + "</w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del>" + run("亿元")), "完成3亿元"},
		{"moved", "<w:moveFrom>" + p(run("旧")) + "</w:moveFrom>" + p("<w:moveTo>"+run("新")+"</w:moveTo>"), "新"},
		{"end of paragraph deleted", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("完成投资") + "</w:p>" + p(run("3亿元")) + p(run("完")), "完成投资3亿元|完"},
		{"hidden", p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>" + run("明") + `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>亮</w:t></w:r>`), "明亮"},
		{"links, controls, simple fields", p("<w:hyperlink>"+run("甲")+"</w:hyperlink><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>"+run("乙")+"</w:sdtContent></w:sdt><w:fldSimple>"+run("丙")+"</w:fldSimple>") + "<w:sdt><w:sdtContent>" + p(run("丁")) + "</w:sdtContent></w:sdt>", "甲乙丙|丁"},
		{"field: result without code", p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>` + run("码") + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("12") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("页")), "12页"},
		{"tab, hyphen, break", p("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>11月</w:t><w:tab/><w:t>底</w:t><w:br/><w:t>完</w:t></w:r>"), "1-11月 底|完"},
		{"page break", p(`<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>`), "甲乙"},
		{"ruby", p("<w:r><w:ruby><w:rt>" + run("zhang") + "</w:rt><w:rubyBase>" + run("账") + "</w:rubyBase></w:ruby></w:r>"), "账"},
		{"formula", p("<m:oMath><m:r><m:t>x=3</m:t></m:r></m:oMath>"), "x=3"},
		{
			"text box once", p(run("正文") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + p(run("框内")) +
				"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p(run("框内")) +
				"</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"), "正文|框内",
		},
		{"empty paragraphs stay", p(run("甲")) + "<w:p/>" + p(run("乙")), "甲||乙"},
		{
			"table", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell("", p(run("指标"))) + cell(`<w:gridSpan w:val="2"/>`, p(run("完成"))) + "</w:tr><w:tr>" +
				cell(`<w:vMerge w:val="restart"/>`, p(run("投资"))) + cell("", p(run("3"))+p(run("亿元"))) + cell("", p(run("5%"))) + "</w:tr><w:tr>" +
				cell(`<w:vMerge/>`, p(run("投资"))) + cell("", p("")) + cell("", p(run("6%"))) + "</w:tr></w:tbl>" + p(run("完")),
			"row1 指标\t完成\t|row1 投资\t3 亿元\t5%|row1 \t\t6%|完",
		},
		{"deleted row", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("", p("<w:del>"+run("旧")+"</w:del>")) + cell("", p("")) + "</w:tr><w:tr>" + cell("", p(run("新"))) + cell("", p(run("1"))) + "</w:tr></w:tbl>", "row1 新\t1"},
		{"frame of one cell", "<w:tbl><w:tr>" + cell("", p(run("甲"))+p(run("乙"))) + "</w:tr></w:tbl>", "甲|乙"},
		{
			"form with running text in a cell", "<w:tbl><w:tr>" + cell("", p(run("总结"))) + cell("", p(run(strings.Repeat("长", 150)))+p(run(strings.Repeat("文", 150)))) + "</w:tr></w:tbl>",
			"row1 总结\t|" + strings.Repeat("长", 150) + "|" + strings.Repeat("文", 150),
		},
		{
			"table in a table", "<w:tbl><w:tr>" + cell("", p(run("甲"))) + cell("", "<w:tbl><w:tr>"+cell("", p(run("1")))+cell("", p(run("2")))+"</w:tr></w:tbl>"+p("")) + "</w:tr></w:tbl>",
			"row1 甲\t|row2 1\t2",
		},
		{"outline level", para("一、总结", `<w:outlineLvl w:val="0"/>`) + para("正文", `<w:outlineLvl w:val="9"/>`), "h1 一、总结|正文"},
		{"outline level of a whole paragraph", para("一是抓投资。全年完成3亿元。", `<w:outlineLvl w:val="1"/>`), "一是抓投资。全年完成3亿元。"},
		{"heading and title styles", para("年度工作总结", `<w:pStyle w:val="a3"/>`) + para("一、总结", `<w:pStyle w:val="2"/>`) + para("目录项 3", `<w:pStyle w:val="t"/>`), "title 年度工作总结|h2 一、总结|header 目录项 3"},
		{"bold line", p("<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>"), "bold 粗"},
		{"footnote at the end", p(run("增长5%")+`<w:r><w:footnoteReference w:id="2"/></w:r>`) + p(run("完")), "增长5%|完|note 口径为全口径"},
	}
	for _, test := range tests {
		w := word{
			body: test.body,
			styles: `<w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>` +
				`<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>`,
			footnotes: `<w:footnote w:id="-1" w:type="separator">` + p("") + `</w:footnote><w:footnote w:id="1">` + p(run("没有引用")) +
				`</w:footnote><w:footnote w:id="2">` + p(run("口径为全口径")) + `</w:footnote>`,
		}
		source := mustRead(t, "a.docx", w.bytes(t))
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if source.Layout != report.LayoutParagraphs || source.Format != "docx" {
			t.Errorf("%s: %s, %s", test.name, source.Format, source.Layout)
		}
	}
}

func TestHostileDocx(t *testing.T) {
	good := word{body: strings.Repeat(para("全年完成投资3亿元", ""), 50)}.bytes(t)
	nested := word{body: strings.Repeat("<w:sdt><w:sdtContent>", 2000) + strings.Repeat("</w:sdtContent></w:sdt>", 2000)}
	entities := word{extra: map[string]string{"word/document.xml": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">` +
		`<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document ` + wordSpaces + `><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`}}
	bomb := word{body: para(strings.Repeat("长", 11<<20), "")}
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"cut in half", good[:len(good)/2], report.RefusedDamaged},
		{"cut at the end", good[:len(good)-10], report.RefusedDamaged},
		{"nested", nested.bytes(t), report.RefusedTooLarge},
		{"entities", entities.bytes(t), report.RefusedDamaged},
		{"much text", bomb.bytes(t), report.RefusedTooLarge},
		{"broken XML", word{body: "<w:p><w:r>"}.bytes(t), report.RefusedDamaged},
		{"no text", word{body: "<w:p/>"}.bytes(t), report.RefusedEmpty},
	}
	for _, test := range tests {
		if got := refusedWith(t, New(Options{}), "a.docx", test.data); got.Code != test.code {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
	}
	small := New(Options{Limits: Limits{Unzipped: 1000}})
	if got := refusedWith(t, small, "a.docx", good); got.Code != report.RefusedTooLarge {
		t.Errorf("zip bomb: %v", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(Options{}).Read(ctx, "a.docx", bomb.bytes(t)); err == nil {
		t.Error("read on after the context was cancelled")
	}
}
