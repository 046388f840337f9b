package web

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// asking returns the address of a search, in names further parameters in pairs.
func asking(query string, in ...string) string {
	q := url.Values{"query": {query}}
	for i := 0; i < len(in); i += 2 {
		q.Set(in[i], in[i+1])
	}
	return "/search?" + q.Encode()
}

func TestSearch(t *testing.T) {
	s := sampleSite(t)
	r := s.get(t, asking("学位"))
	r.shows(t, "<mark>学位</mark>", "缩小范围", "青岚县教育局", `name="query" value="学位"`, `aria-current="page"`, "导出")
	r.lacks(t, "没有符合条件")
	s.get(t, asking("学位"), inEnglish...).shows(t, "Narrow down", "Sentences", `lang="zh"`)
}

func TestSearchFacts(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, asking("学位 状态:计划", "in", "facts"), `class="cards found-facts"`, "<mark>", "/series?indicator=")
}

// TestSearchFacets follows the link of each value: it finds just as many as it
// says.
func TestSearchFacets(t *testing.T) {
	s := sampleSite(t)
	values := regexp.MustCompile(`<li><a href="(\?[^"]*)">.*?<span class="count">([0-9,]+)</span></a></li>`)
	for _, in := range []string{inPassages, inFacts} {
		links := values.FindAllStringSubmatch(s.get(t, asking("建设 或 学校", "in", in)).body, -1)
		if len(links) < 8 {
			t.Fatalf("%d values in %s, want those of several facets", len(links), in)
		}
		for _, l := range links {
			u, err := url.Parse(html.UnescapeString(l[1]))
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.service.Counts(t.Context(), u.Query().Get("query"), service.Words{})
			if err != nil {
				t.Fatal(err)
			}
			n := map[string]int{inPassages: got.Passages, inFacts: got.Facts}[in]
			if want := strings.ReplaceAll(l[2], ",", ""); strconv.Itoa(n) != want {
				t.Errorf("%s: %s finds %d, want %s", in, u.Query().Get("query"), n, want)
			}
		}
	}
	s.shows(t, asking("学位 year:2022"), `class="chosen"`, "去掉条件")
}

func TestSearchMistakes(t *testing.T) {
	s := sampleSite(t)
	for query, want := range map[string]string{
		"(学位":                         "第 1 个字处的括号没有闭合",
		`"学位`:                         "这个引号没有闭合",
		"年份:明年":                       "应为年份",
		"年分:2023":                     "没有这个字段，是不是“年份”",
		"学位 )":                        `<mark class="wrong">)</mark>`,
		"类型:石头":                       "应为类别",
		"值:很多":                        "应为数值",
		"期限:以后":                       "应为日期",
		"拼音:x":                        "应为三个以上字母",
		"状态:也许":                       "应为情态",
		"单位:":                         "字段“单位”后面应有内容",
		"年份:(单位:局)":                   "应是字段“年份”的值，不能再写字段",
		`""`:                          "引号里应有文字",
		"学位 或":                        "这里应有词语",
		"xyzxyz:学位":                   "没有这个字段；",
		strings.Repeat("(", 60) + "学": "括号最多套 50 层",
		strings.Repeat("学", 4001):     "检索式最长 4000 字",
	} {
		s.shows(t, asking(query), want, `role="alert"`, `aria-invalid="true"`, "<details class=\"help\" open>")
	}
	s.get(t, asking("(学位"), inEnglish...).shows(t, "The query is wrong at character")
}

func TestSearchOtherWords(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, asking("固投"), "同时检索：", "固定资产投资", "exact=true")
	s.get(t, asking("固投", "exact", "true")).lacks(t, "同时检索：")
	s.shows(t, asking("固定资产头资"), "是否要找", "固定资产投资")
}

func TestSearchPagedAndSorted(t *testing.T) {
	s := sampleSite(t)
	first := s.get(t, asking("建设", "sort", "-year"))
	first.shows(t, "下一页", "第 1–20 条", `value="-year" selected`)
	s.shows(t, asking("建设", "offset", "20"), "上一页", `start="21"`)
	s.shows(t, asking("建设", "offset", "90000"), "没有符合条件的内容")
}

func TestSearchRefusals(t *testing.T) {
	s := sampleSite(t)
	for _, path := range []string{asking("a", "in", "<script>"), asking("a", "format", "exe"), asking("a", "sort", "size"),
		asking("a", "offset", "-1"), asking("a", "exact", "perhaps")} {
		if r := s.get(t, path); r.StatusCode != http.StatusBadRequest || strings.Contains(r.body, "<script>") {
			t.Errorf("%s: status %d, want 400 with nothing unescaped", path, r.StatusCode)
		}
	}
}

// TestSearchHostile looks for what would run, were it not escaped.
func TestSearchHostile(t *testing.T) {
	s := hostileSite(t)
	for _, query := range []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "学位", "javascript:alert(1)", "(<b>"} {
		for _, in := range []string{inPassages, inFacts} {
			s.get(t, asking(query, "in", in)).shows(t, "</main>")
			s.get(t, asking(query, "in", in)).lacks(t, "<script>alert", "<img src=x", `href="javascript`, "<b>")
		}
	}
	s.shows(t, asking("学位"), "&lt;script&gt;alert")
}

func TestSearchDownloads(t *testing.T) {
	s := sampleSite(t)
	counts, err := s.service.Counts(t.Context(), "学位", service.Words{})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]int{inPassages: counts.Passages, inFacts: counts.Facts} {
		lines := s.get(t, asking("学位", "in", in, "format", "jsonl"))
		if n := strings.Count(lines.body, "\n"); n != want || want == 0 {
			t.Errorf("%s: %d lines, want %d", in, n, want)
		}
		table := s.get(t, asking("学位", "in", in, "format", "csv"))
		if !strings.HasPrefix(table.body, "\ufeff年度,单位,") || !strings.Contains(table.Header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %.80s, %v", in, table.body, table.Header)
		}
		if book := s.get(t, asking("学位", "in", in, "format", "xlsx")); !strings.HasPrefix(book.body, "PK") {
			t.Errorf("%s: no workbook: %.40q", in, book.body)
		}
	}
}

func TestSavedSearches(t *testing.T) {
	s := ownSite(t)
	form := url.Values{"do": {"save"}, "name": {"<b>学位"}, "query": {"学位 年份:2023"}}
	r := s.post(t, "/search", form.Encode())
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != asking("学位 年份:2023") {
		t.Fatalf("status %d, %s", r.StatusCode, r.Header.Get("Location"))
	}
	s.shows(t, "/search", "&lt;b&gt;学位", `href="/search?query=%e5%ad%a6`)
	form.Set("do", "remove")
	s.post(t, "/search", form.Encode())
	s.get(t, "/search").lacks(t, "&lt;b&gt;学位")
	for _, wrong := range []string{"do=save&name=&query=a", "do=save&name=x&query=(", "do=remove&name=none", "do=burn"} {
		if r := s.post(t, "/search", wrong); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", wrong, r.StatusCode)
		}
	}
	for _, r := range []reply{s.post(t, "/search", "do=save&name=x&query=("), s.get(t, asking("(", "format", "csv"))} {
		for _, want := range []string{"检索式第 2 个字处有误：", "这里应有词语、字段或左括号"} {
			if !strings.Contains(r.body, want) {
				t.Errorf("a query with a mistake is answered without %q:\n%s", want, r.body)
			}
		}
	}
}

func TestAPISearchOptions(t *testing.T) {
	s := sampleSite(t)
	q := func(path, query, more string) string { return path + "?query=" + url.QueryEscape(query) + more }
	type told struct {
		Items  []report.Fact
		Also   []index.Expansion `json:"also_searched"`
		Facets *index.Facets
	}
	for _, path := range []string{"/api/v1/search", "/api/v1/facts"} {
		with := answer[told](t, s.get(t, q(path, "固投", "&facets=3")))
		if len(with.Also) == 0 || with.Facets == nil || with.Facets.Total == 0 {
			t.Errorf("%s: %+v, want other words and counts", path, with)
		}
		if exact := answer[told](t, s.get(t, q(path, "固投", "&exact=true"))); len(exact.Also) != 0 || exact.Facets != nil {
			t.Errorf("%s: %+v, want neither", path, exact)
		}
	}
	names := answer[listing[index.Suggestion]](t, s.get(t, "/api/v1/suggest?text="+url.QueryEscape("固定")))
	if len(names.Items) == 0 || !strings.HasPrefix(names.Items[0].Text, "固定") {
		t.Errorf("suggested %v", names.Items)
	}
}

func TestAPISearches(t *testing.T) {
	s := ownSite(t)
	kept := answer[library.SavedSearch](t, s.do(t, "POST", "/api/v1/searches", strings.NewReader(`{"name":" 学位 ","query":"学位"}`),
		"Content-Type", "application/json", "Sec-Fetch-Site", "same-origin"))
	if kept.Name != "学位" {
		t.Errorf("kept %+v", kept)
	}
	if all := answer[listing[library.SavedSearch]](t, s.get(t, "/api/v1/searches")); len(all.Items) != 1 {
		t.Errorf("%+v, want one", all)
	}
	answer[library.SavedSearch](t, s.do(t, "DELETE", "/api/v1/searches/"+url.PathEscape("学位"), nil, "Sec-Fetch-Site", "same-origin"))
	var p problem
	r := s.do(t, "DELETE", "/api/v1/searches/"+url.PathEscape("学位"), nil, "Sec-Fetch-Site", "same-origin")
	if err := json.Unmarshal([]byte(r.body), &p); err != nil || p.Status != http.StatusBadRequest {
		t.Errorf("removed twice: %+v %v", p, err)
	}
}
