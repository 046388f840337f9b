package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"taizhang/service"
)

// refusedWith checks that a form comes back with what was typed and what is
// wrong beside its field.
func (r reply) refusedWith(t *testing.T, needles ...string) {
	t.Helper()
	if r.StatusCode != http.StatusBadRequest {
		t.Errorf("status %d, want 400", r.StatusCode)
	}
	for _, n := range append(needles, `role="alert"`) {
		if !strings.Contains(r.body, n) {
			t.Errorf("the page lacks %s", n)
		}
	}
}

// wrongField is what stands at a field that has a mistake.
const wrongField = ` aria-invalid="true" aria-describedby="wrong" autofocus`

func TestFormsComeBackWithTheirMistakes(t *testing.T) {
	s := sampleSite(t)
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	id := reportNamed(t, s, "临江区", 2023)
	promise, record := "/ledger/"+lines[0].ID, "/reports/"+id+"/record"
	fact := "/reports/" + id + "/facts/" + factNamed(t, s, id, "48个")
	review := url.Values{"who": {"林"}, "do": {"status"}, "id": {lines[0].ID}, "value": {"lost"}, "why": {"原文如此"}, "org": {lines[0].Org}}
	for name, one := range map[string]struct {
		path, form string
		holds      []string
	}{
		"no number": {promise, "do=value&who=林&field=result&value=many&why=因此", []string{`value="many"` + wrongField, "请写数和单位",
			`<option value="result" selected>`, `value="因此"`, `id="wrong"`}},
		"no day":           {promise, "do=due&who=林&value=soon", []string{`value="soon"` + wrongField, "请写日期"}},
		"no status":        {promise, "do=status&who=林&value=lost&why=原文如此", []string{`value="原文如此"`, `<select name="value"` + wrongField}},
		"no reason":        {promise, "do=close&who=林", []string{"销号要写理由", `<input name="why" required maxlength="500" value=""` + wrongField}},
		"an empty comment": {promise, "do=comment&who=林&value=+", []string{"请写 1 到 2000 个字", "<textarea"}},
		"nobody":           {promise, "do=confirm", []string{"请先写下您的姓名", `autocomplete="name" value=""` + wrongField}},
		"no such thing":    {promise, "do=remove&who=林", []string{`class="notice refused"`}},
		"the queue":        {"/ledger/review", review.Encode(), []string{`value="原文如此"`, `<select name="value"` + wrongField, `name="id" value="` + lines[0].ID + `"`}},
		"a fact's value":   {fact, "do=correct&who=林&why=看过原文&value=many", []string{`name="value" value="many"`, wrongField, `value="看过原文"`, "请写数和单位"}},
		"a fact's due":     {fact, "do=correct&who=林&due=soon", []string{`name="due" value="soon"`, wrongField, "请写日期"}},
		"nothing":          {fact, "do=correct&who=林", []string{`class="notice refused"`, `value="林"`}},
		"a report's year":  {record, "do=correct&who=林&year=last&org=某局", []string{`name="year" value="last"`, wrongField, "请写四位年份", `value="某局"`}},
		"a report's who":   {record, "do=correct&year=2020", []string{`name="year" value="2020"`, "请先写下您的姓名", wrongField}},
		"no name":          {"/search", "do=save&name=+&query=学位", []string{`<input name="name"`, wrongField, "学位"}},
	} {
		t.Run(name, func(t *testing.T) { s.post(t, one.path, one.form).refusedWith(t, one.holds...) })
	}
	r := s.post(t, promise, "do=value&who=x&field=target&value=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", inEnglish...)
	r.refusedWith(t, "with its unit", `&lt;script&gt;alert(1)`)
	r.lacks(t, "<script>alert")
}

func TestFormOfWhatIsNotKnown(t *testing.T) {
	s := ownSite(t)
	body, kind := uploaded(t, map[string][]byte{"nobody.txt": []byte("全年新增学位1200个。\n")})
	s.do(t, "POST", importPath, body, "Content-Type", kind)
	id := s.service.Reports(service.ReportsRequest{})[0].ID
	s.post(t, "/import/known", "report="+id+"&who=林&org=某局&year=last").refusedWith(t, `name="org" value="某局"`,
		`value="last"`+wrongField, "请写四位年份")
	s.post(t, "/import/known", "report="+id+"&org=某局").refusedWith(t, `value="某局"`, "请先写下您的姓名")
	s.post(t, "/import/known", "report="+id+"&who=林").refusedWith(t, "没有改动任何一项")
	if r := s.post(t, "/import/known", "report="+id+"&who=林&org=某局&year=2023"); r.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d, want 303: %s", r.StatusCode, r.body)
	}
}
