package web

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/service"
)

func TestReportFact(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "临江区", 2023)
	path := "/reports/" + id + "/facts/" + factNamed(t, s, id, "48个")
	s.shows(t, path, "铺排项目", "<mark", "general/count", "相符", "48=18&#43;10&#43;7&#43;13", "第 1 页", "/pages/1/picture",
		`class="frame"`, "更正这条事实", "原件中的行")
	s.get(t, path, inEnglish...).shows(t, "Correct this fact", "Of which", "Page 1 of the original")
	for _, missing := range []string{"0000000000000000", "%3Cscript%3E"} {
		if r := s.get(t, "/reports/"+id+"/facts/"+missing); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", missing, r.StatusCode)
		}
	}
}

func TestReportFactWithoutPages(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "禾岭县", 2024)
	r := s.get(t, "/reports/"+id+"/facts/"+factNamed(t, s, id, "206.5亿元"))
	r.shows(t, "地区生产总值", "20650000000元", "原件中的行")
	r.lacks(t, "<svg viewBox")
}

// TestFactCorrected corrects a fact, rejects it, and takes that back.
func TestFactCorrected(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	id := reportNamed(t, s, "青岚县教育局", 2022)
	one, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	fact := one.Facts[0]
	path := "/reports/" + id + "/facts/" + fact.ID
	send := func(form url.Values) {
		t.Helper()
		form.Set("who", "<b>周敏</b>")
		if r := s.post(t, path, form.Encode()); r.StatusCode != http.StatusSeeOther {
			t.Fatalf("status %d, want 303:\n%s", r.StatusCode, r.body)
		}
	}
	send(url.Values{"do": {"correct"}, "subject": {"<script>甲</script>"}, "why": {"抄录有误"}, "kind": {string(fact.Kind)}})
	r := s.get(t, path)
	r.shows(t, "&lt;script&gt;甲", "原为", "抄录有误", "&lt;b&gt;周敏", "撤销")
	r.lacks(t, "<script>甲", "<b>周敏</b></b>")
	s.get(t, "/reports/"+id).lacks(t, "<script>甲")
	send(url.Values{"do": {"reject"}})
	s.shows(t, path, "有人判定这不是一条事实")
	s.shows(t, "/reports/"+id+"/record", "判定不是事实的", fact.Text)
	history, err := s.service.Decisions()
	if err != nil || len(history.Decisions) != 2 {
		t.Fatalf("%d decisions, %v, want 2", len(history.Decisions), err)
	}
	send(url.Values{"do": {"undo"}, "id": {history.Decisions[1].ID}})
	s.get(t, path).lacks(t, "有人判定这不是一条事实")
}

func TestFactCorrectedWrongly(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	id := reportNamed(t, s, "青岚县教育局", 2022)
	one, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	path := "/reports/" + id + "/facts/" + one.Facts[0].ID
	for name, form := range map[string]url.Values{
		"nobody":       {"do": {"reject"}},
		"nothing":      {"do": {"correct"}, "who": {"周敏"}},
		"no number":    {"do": {"correct"}, "who": {"周敏"}, "value": {"许多"}},
		"no day":       {"do": {"correct"}, "who": {"周敏"}, "due": {"月底"}},
		"no kind":      {"do": {"correct"}, "who": {"周敏"}, "kind": {"wish"}},
		"no decision":  {"do": {"undo"}, "who": {"周敏"}, "id": {"../../x"}},
		"another deed": {"do": {"delete"}, "who": {"周敏"}},
	} {
		if r := s.post(t, path, form.Encode()); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", name, r.StatusCode)
		}
	}
	if r := s.do(t, http.MethodPost, path, strings.NewReader("do=reject&who=x"), "Content-Type",
		"application/x-www-form-urlencoded", "Sec-Fetch-Site", "cross-site"); r.StatusCode != http.StatusForbidden {
		t.Errorf("another site's form: status %d, want 403", r.StatusCode)
	}
}

func TestFactCorrectedByTheAPI(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	id := reportNamed(t, s, "青岚县教育局", 2022)
	one, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	path := "/api/v1/reports/" + id + "/facts/" + one.Facts[0].ID
	send := func(path, body string) reply {
		return s.do(t, http.MethodPost, path+"/decisions", strings.NewReader(body), "Content-Type", "application/json")
	}
	send(path, `{"who":"周敏","do":"correct","fields":[{"field":"subject","value":"学位"}]}`).shows(t, `"subject":"学位"`, `"rejected":false`)
	send(path, `{"who":"周敏","do":"reject","why":"重复"}`).shows(t, `"rejected":true`, `"why":"重复"`)
	send("/api/v1/reports/"+id, `{"who":"周敏","do":"comment","why":"缺附件"}`).shows(t, `"value":"缺附件"`)
	for _, body := range []string{`{"do":"reject"}`, `{"who":"周敏","do":"wish"}`, `{"who":"周敏","do":"correct"}`, `{`} {
		if r := send(path, body); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", body, r.StatusCode)
		}
	}
}

// TestHostileReport shows a report whose text, title and name want to be a page.
func TestHostileReport(t *testing.T) {
	name := filepath.Join(t.TempDir(), "2023<img src=x onerror=alert(1)>.txt")
	text := "青石镇人民政府2023年工作总结及2024年工作计划<script>alert(1)</script>\n\n" +
		"一、2023年工作总结<svg onload=alert(2)>\n\n全年完成投资5亿元\"><script>alert(3)</script>，新建“<b>桥</b>”3座。\n\n" +
		"二、2024年工作计划\n\n新建javascript:alert(4)公园2个，年底前完成。\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s := ownSite(t, name)
	id := s.service.Reports(service.ReportsRequest{})[0].ID
	paths := []string{"", "/facts", "/repairs?all=true", "/years", "/record"}
	one, err := s.service.Report(id)
	if err != nil || len(one.Facts) == 0 {
		t.Fatalf("%d facts, %v, want some", len(one.Facts), err)
	}
	for _, f := range one.Facts {
		paths = append(paths, "/facts/"+f.ID)
	}
	for _, p := range paths {
		r := s.get(t, "/reports/"+id+p)
		if r.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d, want 200", p, r.StatusCode)
		}
		for _, live := range []string{"<script>alert", "<svg onload", "<img src=x", "<b>桥", `href="javascript:`} {
			if strings.Contains(r.body, live) {
				t.Errorf("%s holds %s as it came", p, live)
			}
		}
	}
	if got := s.get(t, "/reports/"+id+"/original").Header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment") {
		t.Errorf("the original comes as %q, want as an attachment", got)
	}
}
