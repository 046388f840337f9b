package names

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report"
)

var nameWords = Words{
	Cut:          longestWords,
	OfficeTails:  []string{"人民政府", "委员会", "办公室", "服务中心", "中心", "办事处", "局", "院"},
	ShortTails:   []string{"人民政府 政府", "委员会 委", "办公室 办", "管理委员会 管委会", "街道办事处 街道"},
	Regions:      []string{"自治区", "省", "市", "州", "县", "区"},
	Leads:        []string{"区", "县", "市", "省"},
	Brackets:     []string{"以下简称", "简称"},
	Projects:     []string{"项目", "工程"},
	Institutions: []string{"小学", "中学", "医院", "大桥", "露天矿", "污水处理厂"},
	Breaks:       []string{"推进", "完成", "和", "的", "了", "等", "年"},
	Openers:      []string{"新建", "改造", "整治"},
	Measures:     []string{"个", "所"},
	Generic:      []string{"重点", "民生", "农村", "人民", "中小学"},
	Praise:       []string{"优质"},
	Sizes:        []string{"万吨"},
	Localities:   []string{"城东", "片区"},
	LocalTails:   []string{"河", "路"},
}

// dictionary is what longestWords knows beside single characters.
var dictionary = strings.Fields(`项目 工程 小学 中学 医院 大桥 露天矿 推进 完成 和 的 了 等 年 新建 改造 整治
	重点 民生 农村 人民 中小学 优质 万吨 城东 片区 化解 青石河 排水 防涝 综合 工程师 小学生 柏川市 柏川 市 公司 前进 污水 处理厂`)

// longestWords cuts a text into the longest words of the dictionary, numbers
// and single characters.
func longestWords(text string) []report.Span {
	var out []report.Span
	for at := 0; at < len(text); {
		n := len(text[at:]) - len(strings.TrimLeft(text[at:], "0123456789"))
		for _, w := range dictionary {
			if strings.HasPrefix(text[at:], w) {
				n = max(n, len(w))
			}
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[at:])
		}
		out = append(out, report.Span{Start: at, End: at + n})
		at += n
	}
	return out
}

// saying returns a report of the office that consists of the sentences.
func saying(org, short string, year int, sentences ...string) report.Report {
	r := report.Report{ID: fmt.Sprintf("%s%d", org, year)}
	r.Outline = report.Outline{Org: org, OrgShort: short, Reviewed: year}
	for _, s := range sentences {
		start := len(r.Text.Body)
		r.Text.Body += s + "\n"
		r.Sentences = append(r.Sentences, report.Passage{Span: report.Span{Start: start, End: start + len(s)}})
	}
	n := len(r.Text.Body)
	r.Text.Runs = []report.Run{{Len: n, SourceLen: n}}
	return r
}

func TestShortNames(t *testing.T) {
	for _, c := range []struct {
		name, org, short string
		say              []string
		want             string
	}{
		{"characters in order and the tail", "柏川市松岭区城市更新服务中心", "",
			[]string{"区城更中心召开会议。"}, "区城更中心"},
		{"led by no region: said twice", "柏川市松岭区城市更新服务中心", "",
			[]string{"城更中心开会。", "城更中心成立。"}, "城更中心"},
		{"led by no region: said once", "柏川市松岭区城市更新服务中心", "",
			[]string{"城更中心开会。"}, ""},
		{"another centre", "柏川市松岭区城市更新服务中心", "",
			[]string{"区政务中心开会。", "区政务中心成立。", "理论学习中心组学习。", "数据中心建成。"}, ""},
		{"the full name is no short one", "松岭县教育局", "", []string{"松岭县教育局2023年工作总结"}, ""},
		{"a region that ends in two words for one", "泽州市教育局", "", []string{"市教育局开会。"}, "市教育局"},
		{"市 after 市", "柏川市市场监督管理局", "", []string{"市市场监管局开会。"}, "市市场监管局"},
		{"two characters for many", "柏川市人力资源和社会保障局", "", []string{"市人社局开会。", "社保局搬迁。"}, "市人社局"},
		{"a hospital", "松岭县人民医院", "", []string{"县医院扩建。", "中医院扩建。", "法院开庭。"}, "县医院"},
		{"a zone", "柏川高新技术产业开发区管理委员会", "", []string{"高新区管委会开会。", "高新区管委会搬迁。"}, "高新区管委会"},
		{"a subdistrict", "柏川市松岭区白沙洲街道办事处", "", []string{"白沙洲街道开会。", "白沙洲街道搬迁。", "各街道负责。"}, "白沙洲街道"},
		{"a party committee", "中国共产党柏川市委员会", "", []string{"市委开会。", "党委会开会。", "各级党委开会。", "党委书记。"}, "市委"},
		{"in the full name and alone", "松岭县教育局", "县教育局", []string{"松岭县教育局总结", "县教育局开会。"}, "县教育局"},
		{"what the outline says", "国务院", "国务院", []string{"我代表国务院报告工作。"}, "国务院"},
		{"both forms of a government", "柏川省人民政府", "",
			[]string{"我代表省人民政府报告。", "省政府规章6件。", "各级政府过紧日子，我省全省奋进。"}, "省人民政府 省政府"},
		{"an autonomous region", "柏川自治区人民政府", "",
			[]string{"自治区政府规章6件。", "县区政府负责。", "市县区政府负责。"}, "自治区政府"},
		{"a tail that changes", "柏川市发展和改革委员会", "",
			[]string{"市发改委开会。", "市发改委印发。", "市委开会。", "市委印发。", "党委开会。"}, "市发改委"},
		{"委 of 委员", "柏川市发展和改革委员会", "", []string{"市发改委员名单。", "市发改委员名单二。"}, ""},
		{"a bracket", "柏川市松岭区城市更新服务中心", "",
			[]string{"松岭区城市更新服务中心（以下简称“城更中心”）成立。"}, "城更中心"},
	} {
		var got []string
		for _, p := range Propose([]report.Report{saying(c.org, c.short, 2023, c.say...)}, nameWords) {
			if p.Kind == Short {
				got = append(got, p.Name)
				if p.Full != c.org {
					t.Errorf("%s: full form %q, want %q", c.name, p.Full, c.org)
				}
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestBracketOfAnother(t *testing.T) {
	r := saying("松岭县教育局", "", 2023, "推进柏川城建投资集团公司（以下简称“柏城公司”）改革。", "《纲要（草案）》（以下简称《草案》）。")
	words := nameWords
	words.OfficeTails = append([]string{"公司"}, words.OfficeTails...)
	got := Propose([]report.Report{r}, words)
	if len(got) != 1 || got[0].Name != "柏城公司" || got[0].Full != "柏川城建投资集团公司" || got[0].Kind != Short {
		t.Errorf("got %+v", got)
	}
}

func TestSiteNames(t *testing.T) {
	for _, c := range []struct {
		name string
		say  []string
		want string // kind name [forms]
	}{
		{"unknown characters before 小学", []string{"完成柳荫小学。", "柳荫小学开学。"}, "institution 柳荫小学 []"},
		{"项目 behind it", []string{"推进柳荫小学项目。", "柳荫小学开学。"}, "project 柳荫小学 []"},
		{"said once", []string{"完成柳荫小学。"}, ""},
		{"any school", []string{"新建农村小学。", "改造农村小学。", "推进农村小学。"}, ""},
		{"two words that are but a head", []string{"完成污水处理厂扩建。", "推进农村污水处理厂。"}, ""},
		{"so many schools", []string{"新建3所小学。", "改造3所小学。"}, ""},
		{"pupils", []string{"柳荫小学生。", "柳荫小学生们。"}, ""},
		{"a river before 大桥", []string{"青石河大桥通车。", "推进青石河大桥。"}, "institution 青石河大桥 []"},
		{"any project", []string{"推进重点项目。", "完成重点项目。", "民生项目、重点项目。"}, ""},
		{"an award is no project", []string{"柏川市优质工程金奖。", "获柏川市优质工程。"}, ""},
		{"a place before 工程", []string{"推进城东排水工程。", "完成城东排水工程。"}, "project 城东排水工程 []"},
		{"an unlisted verb in front", []string{"化解柳荫小学。", "柳荫小学开学。", "柳荫小学停课。"}, "institution 柳荫小学 []"},
		{"shortened later", []string{"推进城东片区排水防涝综合整治工程。", "城东片区排水整治工程开工。", "城东排水整治工程开工。"},
			"project 城东片区排水防涝综合整治工程 [城东片区排水整治工程 城东排水整治工程]"},
		{"an ordinary word before 小学", []string{"前进小学开学。", "前进小学停课。"}, ""},
		{"and a project", []string{"前进小学开学。", "完成前进小学项目。"}, "project 前进小学 []"},
		{"a number says which", []string{"青石河700万吨露天矿。", "青石河700万吨露天矿投产。", "700万吨露天矿扩产。", "完成700万吨露天矿。"},
			"institution 青石河700万吨露天矿 [700万吨露天矿]"},
	} {
		var got []string
		for _, p := range Propose([]report.Report{saying("柏川市松岭区城市更新服务中心", "", 2023, c.say...)}, nameWords) {
			if p.Kind != Short {
				got = append(got, fmt.Sprint(p.Kind, " ", p.Name, " ", p.Forms))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestNameEvidence(t *testing.T) {
	reports := []report.Report{
		saying("松岭县教育局", "", 2022, "推进柳荫小学。"),
		saying("松岭县教育局", "", 2023, "会议很多。", "推进柳荫小学。", "柳荫小学和青石河大桥。"),
	}
	got := Propose(reports, nameWords)
	if len(got) != 1 {
		t.Fatalf("got %+v", got)
	}
	p := got[0]
	if p.Count != 3 || !slices.Equal(p.Years, []int{2022, 2023}) || p.Example != "推进柳荫小学。" ||
		p.Report != reports[0].ID || p.Place.Start != len("推进") || p.Place.End != len("推进柳荫小学") {
		t.Errorf("got %+v", p)
	}
}

func TestGeneralWordsOfManyOffices(t *testing.T) {
	var reports []report.Report
	for _, org := range []string{"甲县教育局", "乙县教育局", "丙县教育局"} {
		reports = append(reports, saying(org, "", 2023, "柳荫小学。", "柳荫小学开学。"))
	}
	if got := Propose(reports, nameWords); len(got) != 0 {
		t.Errorf("a name of three offices was proposed: %+v", got)
	}
	if got := Propose(reports[:2], nameWords); len(got) != 2 {
		t.Errorf("got %d names of two offices, want one each", len(got))
	}
}

func FuzzNames(f *testing.F) {
	f.Add("推进柳荫小学项目。\n柳荫小学（以下简称“柳小”）。", "柏川市松岭区城市更新服务中心")
	f.Add("700万吨露天矿、市发改委员\n自治区政府", "柏川自治区人民政府")
	f.Fuzz(func(t *testing.T, text, org string) {
		if !utf8.ValidString(text) || !utf8.ValidString(org) {
			return
		}
		r := saying(org, "市", 2023, strings.Split(text, "\n")...)
		for _, p := range Propose([]report.Report{r, r}, nameWords) {
			if got := r.Text.Body[p.Place.Start:p.Place.End]; got != p.Name && !slices.Contains(p.Forms, got) {
				t.Errorf("%q stands at the place of %q", got, p.Name)
			}
			if !strings.Contains(text, p.Example) || p.Count < 1 || p.Score <= 0 || p.Score >= 1 {
				t.Errorf("got %+v", p)
			}
		}
	})
}

// TestNamesOfALongLine holds for lines that no mark divides.
func TestNamesOfALongLine(t *testing.T) {
	var line strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&line, "柳荫%d小学项目区城更中心", i)
	}
	Propose([]report.Report{saying("柏川市松岭区城市更新服务中心", "", 2023, line.String(), line.String())}, nameWords)
}

// BenchmarkNames is the miner on 500 reports of 60 sentences each.
func BenchmarkNames(b *testing.B) {
	var reports []report.Report
	for i := range 500 {
		var say []string
		for k := range 60 {
			say = append(say, fmt.Sprintf("推进柳荫小学项目和城东排水工程%d项，新建农村小学%d所，区城更中心开会。", k, i))
		}
		reports = append(reports, saying(fmt.Sprintf("柏川市%d区城市更新服务中心", i/5), "区城更中心", 2020+i%5, say...))
	}
	for b.Loop() {
		Propose(reports, nameWords)
	}
}
