package repair

import (
	"strconv"
	"strings"
	"testing"

	"taizhang/report"
)

// pair is a text before and after repair.
type pair struct{ name, before, after string }

func check(t *testing.T, layout report.Layout, pairs []pair) {
	t.Helper()
	lex := words(t)
	for _, c := range pairs {
		t.Run(c.name, func(t *testing.T) {
			if got := Repair(plain("x.txt", c.before, layout), lex).Body; got != c.after {
				t.Errorf("got\n%swant\n%s", got, c.after)
			}
		})
	}
}

func TestInvisible(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"byte order mark", "\uFEFF增长5%。\n", "增长5%。\n"},
		{"zero width and soft hyphen", "增\u200B长\u00AD5%。\n", "增长5%。\n"},
		{"blank written out", "<U+00A0><U+00A0>增长5%。\n", "增长5%。\n"},
		{"directions and fillers", "增\u202A长\u2066\u3164\uFFFC5\u200B%。\n", "增长5%。\n"},
		{"no line end", "增长5%。", "增长5%。\n"},
		{"nothing", "", ""},
		{"only blanks", " \n\u3000\n", ""},
	})
}

func TestWidth(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"digits and signs", "增长１２．５％，获ＡＢ级。\n", "增长12.5%，获AB级。\n"},
		{"characters that look the same", "今\uF98E\u4E0D\uF967到三\u2F49。\n", "今年不不到三月。\n"},
		{"thousands", "产值1，234亿元，９，８７６万元。\n", "产值1,234亿元，9,876万元。\n"},
		{"a clause mark after a number", "完成12，2345个仍在办，共3，45个。\n", "完成12，2345个仍在办，共3，45个。\n"},
		{"hyphens", "1\u20103月，1\u201111月，\u22122.5度，XL\u201021型。\n", "1-3月，1-11月，-2.5度，XL-21型。\n"},
		{"a numeral for a dash", "1一11月增长5%─6%，3一条。\n", "1—11月增长5%─6%，3一条。\n"},
		{"half-width Chinese marks", "好､对｡\n", "好、对。\n"},
		{"Chinese marks stay", "（一）好；“是”：对！\n", "（一）好；“是”：对！\n"},
	})
}

func TestBlanks(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"beside digits", "共 45 个，占 3.5 % 。\n", "共45个，占3.5%。\n"},
		{"digits set wide", "1 9 9 3 年增长。\n", "1993年增长。\n"},
		{"two numbers", "长 12 34 号。\n", "长12 34号。\n"},
		{"title set wide", "政 府 工 作 报 告\n", "政府工作报告\n"},
		{"words stay apart", "不忘初心 牢记使命\n", "不忘初心 牢记使命\n"},
		{"decimal", "约 36029. 5 万元。\n", "约36029.5万元。\n"},
		{"list number", "1. 2023年开工。\n", "1. 2023年开工。\n"},
		{"indent", "\u3000\u3000好。\n", "好。\n"},
		{"ranges", "增长 5 - 6 %。\n", "增长5-6%。\n"},
		{"two numbers, one negative", "项目 4.09 -15.7\n", "项目4.09 -15.7\n"},
		{"Latin words", "Word 365 与 PM 2.5\n", "Word 365与PM2.5\n"},
	})
}

func TestPunctuation(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"clause marks", "完成投资,增长5%,比上年多;好:对!\n", "完成投资，增长5%，比上年多；好：对！\n"},
		{"numbers", "1,234个,10:30开会。\n", "1,234个，10:30开会。\n"},
		{"brackets", "项目(含2个)竣工(EPC)。\n", "项目（含2个）竣工（EPC）。\n"},
		{"Latin brackets", "f(x), g(y)\n", "f(x), g(y)\n"},
		{"mixed brackets", "项目（含2个)竣工。\n", "项目（含2个）竣工。\n"},
		{"quotes", "坚持\"一二三\"思路。\n", "坚持“一二三”思路。\n"},
		{"full stop", "工作完成.下一步继续.\n", "工作完成。下一步继续。\n"},
		{"a clause mark between digits", "完成12,2345个在办,1,234个办结。\n", "完成12，2345个在办，1,234个办结。\n"},
		{"full stops after percents and before years", "增长5%.全年(含“好”).到期.2024年再看\n", "增长5%。全年（含“好”）。到期。2024年再看\n"},
		{"points of lists", "十一.抓好投资\n1.抓好民生\n3.5万元\n", "十一.抓好投资\n1.抓好民生\n3.5万元\n"},
		{"dashes stay", "增长5%—5.5%，1-11月。\n", "增长5%—5.5%，1-11月。\n"},
	})
}

func TestJoin(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"amount over an empty line", "审核了若干结算。总计金额 12.5\n\n万元。\n", "审核了若干结算。总计金额12.5万元。\n"},
		{"word over an empty line", "帮助企业办事。解决建设中的问\n\n题 8 个；好。\n", "帮助企业办事。解决建设中的问题8个；好。\n"},
		{"inside a title", "会上通过《年度工\n\n作要点》等。\n", "会上通过《年度工作要点》等。\n"},
		{"after a comma", "新增就业12万人，\n城镇失业率5%。\n", "新增就业12万人，城镇失业率5%。\n"},
		{"line of a link", "贯彻《\n证券法\n》，规范市场。\n", "贯彻《证券法》，规范市场。\n"},
		{"number of a link", "细颗粒物（PM\n2.5\n）下降。\n", "细颗粒物（PM2.5）下降。\n"},
		{"lone opener", "好。\n\n一是\n抓好投资。\n", "好。\n一是抓好投资。\n"},
		{"heading and text", "一、抓项目，促投资\n全年完成投资12亿元。\n", "一、抓项目，促投资\n全年完成投资12亿元。\n"},
		{"list items", "重点抓好以下工作\n1. 抓投资\n2. 抓民生\n（一）好\n", "重点抓好以下工作\n1.抓投资\n2.抓民生\n（一）好\n"},
		{"paragraphs", "全年完成投资。\n同比增长5%。\n", "全年完成投资。\n同比增长5%。\n"},
		{"short lines", "某某县教育局\n2023年工作总结\n", "某某县教育局\n2023年工作总结\n"},
	})
	check(t, report.LayoutParagraphs, []pair{
		{"the format knows", "办了几件事。没有句号的一段\n另一段\n", "办了几件事。没有句号的一段\n另一段\n"},
	})
}

func TestJoinWrapped(t *testing.T) {
	line := strings.Repeat("全年完成投资和项目", 4)
	wrapped := strings.Repeat(line+"\n", 9)
	check(t, report.LayoutUnknown, []pair{
		{"lines of one width", wrapped + "结束。\n另一段。\n", strings.Repeat(line, 9) + "结束。\n另一段。\n"},
		{"a new indent", wrapped + "\u3000\u3000新段。\n", strings.Repeat(line, 9) + "新段。\n"},
	})
}

func TestFurniture(t *testing.T) {
	page := strings.Repeat("全年完成投资，项目建设稳步推进。", 8)
	check(t, report.LayoutUnknown, []pair{
		{"dressed number", "好。\n— 3 —\n对。\n第3页 共10页\n", "好。\n对。\n"},
		{"number between halves", "办成几件事。积极推进项\n\n－ 12 －\n\n目建设。\n", "办成几件事。积极推进项目建设。\n"},
		{"pushed into a line", "积极推进项目— 12 —建设。\n", "积极推进项目建设。\n"},
		{"lone numbers in sequence", page + "\n1\n甲" + page + "\n2\n乙" + page + "\n3\n", page + "\n甲" + page + "\n乙" + page + "\n"},
		{"a lone number", "指标\n12\n", "指标\n12\n"},
		{"a header beside numbers", page + "\n— 1 —\n某局文件\n甲" + page + "\n— 2 —\n某局文件\n乙" + page + "\n— 3 —\n某局文件\n好。\n",
			page + "\n甲" + page + "\n乙" + page + "\n好。\n"},
	})
}

// TestPushedNumbers holds that a page number inside a number is cut out where
// it is that of the page, and that numbers side by side stay.
func TestPushedNumbers(t *testing.T) {
	page := strings.Repeat("全年完成投资，项目建设稳步推进。", 30) // of 1440 bytes
	numbered := func(words string) string {
		out := ""
		for n := 1; n <= 3; n++ {
			out += page + "\n— " + strconv.Itoa(n) + " —\n"
		}
		return out + page + words + page + "\n— 5 —\n"
	}
	lex := words(t)
	for _, c := range []struct{ name, text, want string }{
		{"between numbered pages", numbered("打造“绿色港湾”2 4、3处。"), "打造“绿色港湾”23处。"},
		{"without a mark", numbered("整治河道2 4 3处。"), "整治河道23处。"},
		{"before a decimal point", numbered("共2 4 3.5万元。"), "共23.5万元。"},
		{"not the page's", numbered("整治河道2 9、3处。"), "整治河道2 9、3处。"},
		{"two numbers", numbered("得分4 4，5分。"), "得分4 4，5分。"},
		{"no numbered pages", page + page + "打造“绿色港湾”2 2、3处。", "打造“绿色港湾”23处。"},
		{"no numbered pages, no mark", page + page + "涉及2 2 33处。", "涉及2 2 33处。"},
		{"far too early", "打造“绿色港湾”2 4、3处。" + page, "打造“绿色港湾”2 4、3处。"},
	} {
		if got := Repair(plain("x.txt", c.text, report.LayoutUnknown), lex).Body; !strings.Contains(got, c.want) {
			i := strings.IndexAny(got, "0123456789")
			t.Errorf("%s: got %.60q, want %q", c.name, got[max(i-24, 0):], c.want)
		}
	}
}

func TestResidue(t *testing.T) {
	check(t, report.LayoutUnknown, []pair{
		{"buttons and source", "下载\n打印\n【字号：\n大\n】\n某县报告\n来源：某报\n好。\n相关报道：\n别的新闻\n", "某县报告\n好。\n"},
		{"a long line is text", "来源：" + strings.Repeat("财政拨款和社会捐助，", 9) + "。\n", "来源：" + strings.Repeat("财政拨款和社会捐助，", 9) + "。\n"},
	})
}

func TestRepeated(t *testing.T) {
	story := ""
	for _, s := range []string{"甲", "乙", "丙"} {
		story += s + strings.Repeat("全年完成投资，项目建设稳步推进。", 8) + "\n"
	}
	check(t, report.LayoutUnknown, []pair{
		{"an article told twice", story + "别的。\n" + story, story + "别的。\n"},
		{"a short repetition", "各位代表！\n好。\n各位代表！\n好。\n", "各位代表！\n好。\n各位代表！\n好。\n"},
	})
}

// TestRows holds that table rows are never joined and keep one tab a cell.
func TestRows(t *testing.T) {
	src := plain("x.docx", "指标\t 完成 数\n投资，\t6. 6\n", report.LayoutUnknown)
	for i := range src.Pages[0].Lines[:2] {
		src.Pages[0].Lines[i].Role = report.RoleRow
	}
	if got, want := Repair(src, words(t)).Body, "指标\t完成数\n投资，\t6. 6\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestVisual holds that lines of a page are joined to paragraphs by where they stand.
func TestVisual(t *testing.T) {
	src := plain("x.pdf", "一年来完成投资和\n项目建设任务\n下一段从缩进开始\n3\n", report.LayoutVisual)
	boxes := []report.Box{{X: 120, Y: 10, Width: 380, Height: 12}, {X: 100, Y: 28, Width: 200, Height: 12},
		{X: 120, Y: 46, Width: 380, Height: 12}, {X: 300, Y: 800, Width: 6, Height: 12}}
	for i, b := range boxes {
		src.Pages[0].Lines[i].Box = b
		src.Pages[0].Lines[i].Size = 12
	}
	src.Pages[0].Lines[3].Role = report.RoleHeader
	if got, want := Repair(src, words(t)).Body, "一年来完成投资和项目建设任务\n下一段从缩进开始\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkRepair(b *testing.B) {
	lex := words(b)
	text := strings.Repeat("　　全年共完成投资 １２．５ 亿元,增长 5.2%,办结项目 38 个。总计 36029.5\n\n万元。\n", 120)
	src := plain("x.txt", text, report.LayoutUnknown)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Repair(src, lex)
	}
}
