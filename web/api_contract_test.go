package web

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/config"

	"taizhang/service"
)

// The description of the API is held against what the server answers, by a
// validator that knows nothing of either.

// contract is the description as its readers see it.
type contract struct {
	validator.Validator
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Parameters  []struct{ Name, In string }
	}
}

var describedAPI struct {
	once sync.Once
	contract
	err error
}

// contractOf reads the description that the site serves.
func contractOf(t *testing.T, s *site) *contract {
	t.Helper()
	describedAPI.once.Do(func() {
		text := s.get(t, documentPath).body
		if describedAPI.err = json.Unmarshal([]byte(text), &describedAPI.contract); describedAPI.err != nil {
			return
		}
		d, err := libopenapi.NewDocument([]byte(text))
		if describedAPI.err = err; err != nil {
			return
		}
		v, errs := validator.NewValidator(d, config.WithStrictMode(), config.WithFormatAssertions())
		if len(errs) > 0 {
			describedAPI.err = errs[0]
			return
		}
		describedAPI.Validator = v
	})
	if describedAPI.err != nil {
		t.Fatal(describedAPI.err)
	}
	return &describedAPI.contract
}

func TestAPIDocumentIsValid(t *testing.T) {
	ok, errs := contractOf(t, sampleSite(t)).ValidateDocument()
	for _, err := range errs {
		t.Error(err)
	}
	if !ok {
		t.Error("openapi.json is no OpenAPI document")
	}
}

// TestAPIRoutesAreDescribed holds that all that answers below /api/ is in the
// description with a name, words and types of its own, and that what is in the
// description answers.
func TestAPIRoutesAreDescribed(t *testing.T) {
	s := sampleSite(t)
	c := contractOf(t, s)
	names, described := map[string]bool{}, 0
	for _, e := range (&server{}).endpoints() {
		if names[e.name] || e.name == "" || !strings.HasSuffix(e.about, ".") {
			t.Errorf("%s: its name %q is taken or empty, or it says nothing about itself: %q", e.pattern, e.name, e.about)
		}
		names[e.name] = true
		if e.answer.gives == reflect.TypeFor[any]() || e.answer.sent == reflect.TypeFor[any]() {
			t.Errorf("%s: what it sends and answers has no type", e.pattern)
		}
		if (e.answer.sent != nil && !e.own) != (e.like != "" && !e.own) {
			t.Errorf("%s: want an example of the body where there is one", e.pattern)
		}
		for _, name := range strings.Fields(e.takes) {
			if apiParameter(name).About == "" {
				t.Errorf("%s: parameter %s is not described", e.pattern, name)
			}
		}
		method, path, _ := strings.Cut(e.pattern, " ")
		if _, ok := c.Paths[path][strings.ToLower(method)]; !ok {
			t.Errorf("%s is not described", e.pattern)
		}
	}
	mux := (&server{}).routes()
	for path, methods := range c.Paths {
		for method := range methods {
			described++
			filled := regexp.MustCompile(`\{\w+\}`).ReplaceAllString(path, "1")
			r := httptest.NewRequest(strings.ToUpper(method), filled, nil)
			if _, pattern := mux.Handler(r); pattern != strings.ToUpper(method)+" "+path {
				t.Errorf("%s %s is answered by %q", method, path, pattern)
			}
		}
	}
	if described != len(names) {
		t.Errorf("%d operations are described, want %d", described, len(names))
	}
}

// TestAPIRowsStandInTheTable holds that nothing answers below /api/ but rows of
// the table.
func TestAPIRowsStandInTheTable(t *testing.T) {
	source, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	if regexp.MustCompile(`mux\.Handle(Func)?\([^)]*/api/v1`).Match(source) {
		t.Error("routes.go has an address of the API that is not in the table")
	}
}

// inSamples fills the parameters of paths with what is in the samples.
func inSamples(t *testing.T, s *site) map[string]string {
	t.Helper()
	id := reportNamed(t, s, "临江区", 2023)
	r, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil || len(lines) == 0 {
		t.Fatal(len(lines), err)
	}
	return map[string]string{"{id}": id, "{fact}": factNamed(t, s, id, "48个"), "{number}": "1", "{hash}": r.Hash,
		"{promise}": lines[0].ID, "{other}": reportNamed(t, s, "临江区", 2022),
		"{folder}": "1", "{file}": "none.yaml"}
}

// filled returns the address of a path with the parameters in it.
func filled(path string, known map[string]string) string {
	if strings.HasPrefix(path, "/api/v1/ledger/") {
		path = strings.Replace(path, "{id}", "{promise}", 1)
	}
	for name, value := range known {
		path = strings.ReplaceAll(path, name, url.PathEscape(value))
	}
	return path
}

// TestAPIParametersAreThoseDescribed asks every endpoint with a parameter that
// none knows: the answer names those that are known.
func TestAPIParametersAreThoseDescribed(t *testing.T) {
	s := sampleSite(t)
	values := inSamples(t, s)
	for path, methods := range contractOf(t, s).Paths {
		for method, o := range methods {
			if method != "get" || path == "/healthz" {
				continue
			}
			var want []string
			for _, p := range o.Parameters {
				if p.In == "query" {
					want = append(want, p.Name)
				}
			}
			p := answerOf[problem](t, s.get(t, filled(path, values)+"?no_such=1"), http.StatusBadRequest)
			_, list, _ := strings.Cut(p.Detail, "known are ")
			named := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
			slices.Sort(want)
			slices.Sort(named)
			if named = slices.Compact(named); p.Field != "no_such" && !strings.Contains(p.Detail, "want") || p.Field == "no_such" && !slices.Equal(named, want) {
				t.Errorf("%s: described are %v, known are %v (%s)", path, want, named, p.Detail)
			}
		}
	}
}

// answerOf reads the JSON of an answer of a status.
func answerOf[T any](t *testing.T, r reply, status int) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(r.body), &v); err != nil || r.StatusCode != status {
		t.Errorf("status %d, want %d, %v: %s", r.StatusCode, status, err, r.body)
	}
	return v
}

// asks sends a request as described, and holds the answer against the description.
func (c *contract) asks(t *testing.T, s *site, method, address, body string) reply {
	t.Helper()
	var headers []string
	var reader io.Reader
	if body != "" {
		headers, reader = []string{"Content-Type", "application/json"}, strings.NewReader(body)
	}
	r := s.do(t, method, address, reader, headers...)
	request := func() *http.Request {
		q := httptest.NewRequest(method, "http://127.0.0.1:8420"+address, strings.NewReader(body))
		if body != "" {
			q.Header.Set("Content-Type", "application/json")
		}
		return q
	}
	if r.StatusCode < 400 {
		if ok, errs := c.ValidateHttpRequest(request()); !ok {
			t.Errorf("%s %s: the description does not allow the request: %v", method, address, errs)
		}
	}
	answer := &http.Response{StatusCode: r.StatusCode, Header: r.Header, Body: io.NopCloser(strings.NewReader(r.body))}
	if ok, errs := c.ValidateHttpResponse(request(), answer); !ok {
		for _, err := range errs {
			t.Errorf("%s %s: status %d: %s: %s", method, address, r.StatusCode, err.Message, err.Reason)
			for _, e := range err.SchemaValidationErrors {
				t.Errorf("    %s: %s", e.FieldPath, e.Reason)
			}
		}
	}
	return r
}

// TestAPIAnswersAsDescribed asks everything that can be asked of the samples.
func TestAPIAnswersAsDescribed(t *testing.T) {
	s := sampleSite(t)
	c, values := contractOf(t, s), inSamples(t, s)
	more := map[string][]string{
		"/api/v1/reports":                 {"?year=2023&limit=2", "?limit=all"},
		"/api/v1/reports/{id}/facts":      {"?kind=amount&modality=actual", "?start=100&end=3000&limit=5"},
		"/api/v1/reports/{id}/repairs":    {"?changed=true&page=1", "?limit=3&offset=2"},
		"/api/v1/reports/{id}/years":      {"?with=" + values["{other}"]},
		"/api/v1/search":                  {"?query=%E5%AD%A6%E4%BD%8D&facets=5&sort=-year", "?query=" + url.QueryEscape("学味"), "?query=xuewei&pinyin=true"},
		"/api/v1/facts":                   {"?query=year:2022&facets=3&limit=1000", "?sort=-value&exact=true"},
		"/api/v1/suggest":                 {"?text=" + url.QueryEscape("固定"), "?text=x&limit=3"},
		"/api/v1/ledger":                  {"?year=2023&status=done&status=partial&sort=due&limit=1000", "?light=overdue&review=open&kind=words&today=2024-03-01"},
		"/api/v1/ledger/review":           {"?year=2023&limit=5"},
		"/api/v1/ledger/{id}":             {"?today=2023-01-01"},
		"/api/v1/ledger/{id}/candidates":  {"?words=" + url.QueryEscape("项目")},
		"/api/v1/series":                  {"?indicator=" + url.QueryEscape("固定资产投资")},
		"/api/v1/series/years":            {"?indicator=" + url.QueryEscape("固定资产投资") + "&org=" + url.QueryEscape("禾岭县")},
		"/api/v1/series/breaks":           {"?indicator=" + url.QueryEscape("固定资产投资")},
		"/api/v1/names":                   {"?kind=office"},
		"/api/v1/checks":                  {"?failed=true", "?limit=1000"},
		"/api/v1/rules":                   {"?text=" + url.QueryEscape("投资"), "?limit=all"},
		"/api/v1/rules/explain":           {"?text=" + url.QueryEscape("全年新增学位1200个，完成投资3.2亿元。") + "&year=2023&plan=true&rule=general/amount"},
		"/api/v1/reports/{id}":            {"", "?x"},
		"/api/v1/overview":                {"?today=2022-06-01"},
		"/api/v1/rules/override":          {"?id=general/amount"},
		"/api/v1/reports/{id}/facts/none": {""},
	}
	asked := 0
	for _, path := range slices.Sorted(maps.Keys(c.Paths)) {
		if _, ok := c.Paths[path]["get"]; !ok {
			continue
		}
		asked++
		address := filled(path, values)
		r := c.asks(t, s, "GET", address, "")
		for _, query := range more[path] {
			if r = c.asks(t, s, "GET", address+query, ""); r.StatusCode != 200 && query != "?x" && path != "/api/v1/names" {
				t.Errorf("%s%s: status %d: %s", path, query, r.StatusCode, r.body)
			}
		}
		if len(more[path]) == 0 && r.StatusCode != 200 && !strings.Contains(path, "{file}") {
			t.Errorf("%s: status %d: %s", path, r.StatusCode, r.body)
		}
	}
	if asked < 40 {
		t.Errorf("%d addresses were asked, want all", asked)
	}
}

// TestAPITakesWhatIsDescribed sends the bodies of the description's examples and
// others, to a library of its own.
func TestAPITakesWhatIsDescribed(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/202[12]*")
	c := contractOf(t, s)
	id := reportNamed(t, s, "临江区", 2022)
	one, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil || len(lines) < 2 {
		t.Fatal(len(lines), err)
	}
	values := map[string]string{"{id}": id, "{promise}": lines[0].ID, "{fact}": one.Facts[0].ID, "{name}": "去年的就业"}
	for _, e := range (&server{}).endpoints() {
		method, path, _ := strings.Cut(e.pattern, " ")
		if e.like == "" || e.own || strings.HasSuffix(path, "/undo") {
			continue
		}
		if r := c.asks(t, s, method, filled(path, values), e.like); r.StatusCode >= 500 || r.StatusCode == 400 && !strings.Contains(path, "fact") {
			t.Errorf("%s: the example is answered with %d: %s", e.pattern, r.StatusCode, r.body)
		}
	}
	made := answer[listing[service.Past]](t, c.asks(t, s, "GET", "/api/v1/decisions", ""))
	if len(made.Items) == 0 {
		t.Fatal("no decision was made by the examples")
	}
	c.asks(t, s, "POST", "/api/v1/decisions/"+made.Items[len(made.Items)-1].ID+"/undo", `{"who": "李敏"}`).shows(t, `"kind":"undo"`)
	c.asks(t, s, "DELETE", "/api/v1/searches/"+url.PathEscape("去年的就业"), "").shows(t, "year:2023")
	for _, wrong := range []struct {
		method, path, body string
		status             int
	}{
		{"DELETE", "/api/v1/searches/none", "", 400},
		{"POST", "/api/v1/decisions/none/undo", `{"who": "x"}`, 400},
		{"POST", "/api/v1/decisions/none/undo", `{"who": ""}`, 400},
		{"POST", "/api/v1/ledger/none/decisions", `{"who": "x", "kind": "confirm"}`, 400},
		{"POST", "/api/v1/ledger/" + lines[1].ID + "/decisions", `{"who": "x", "kind": "lost"}`, 400},
		{"POST", "/api/v1/reports/none/facts/none/decisions", `{"who": "x", "do": "reject"}`, 404},
		{"POST", "/api/v1/searches", `{"name": "x", "query": "(a"}`, 400},
		{"POST", "/api/v1/searches", `{"nom": "x"}`, 400},
		{"POST", "/api/v1/searches?to=1", `{"name": "x"}`, 400},
	} {
		if r := c.asks(t, s, wrong.method, wrong.path, wrong.body); r.StatusCode != wrong.status {
			t.Errorf("%s %s %s: status %d, want %d: %s", wrong.method, wrong.path, wrong.body, r.StatusCode, wrong.status, r.body)
		}
	}
	body, kind := form(t, map[string][]byte{"2030.txt": []byte("2030年工作总结\n全年新增学位1200个。\n"), "x.bin": {0, 1}})
	sent := bytes.Clone(body.Bytes())
	r := s.do(t, "POST", importPath, body, "Content-Type", kind)
	q := httptest.NewRequest("POST", importPath, bytes.NewReader(sent))
	q.Header.Set("Content-Type", kind)
	if ok, errs := c.ValidateHttpResponse(q, &http.Response{StatusCode: r.StatusCode, Header: r.Header, Body: io.NopCloser(strings.NewReader(r.body))}); !ok {
		t.Errorf("import: %v", errs)
	}
}

// TestAPIErrorsAreProblems holds that whatever goes wrong below /api/ is answered
// with a problem.
func TestAPIErrorsAreProblems(t *testing.T) {
	s := sampleSite(t)
	large := `{"name": "` + strings.Repeat("x", largestBody) + `"}`
	for _, one := range []struct {
		method, path, body string
		headers            []string
		status             int
		code               string
	}{
		{"GET", "/api/v1/nothing", "", nil, 404, "not_found"},
		{"GET", "/api/", "", nil, 404, "not_found"},
		{"GET", "/api/v1/reports/none", "", nil, 404, "not_found"},
		{"PUT", "/api/v1/reports", "", nil, 405, "not_allowed"},
		{"POST", "/api/v1/reports", "", nil, 405, "not_allowed"},
		{"GET", "/api/v1/import", "", nil, 405, "not_allowed"},
		{"POST", "/api/v1/searches/x", "", nil, 405, "not_allowed"},
		{"POST", "/api/openapi.json", "", nil, 405, "not_allowed"},
		{"POST", "/api/v1/searches", `{"name": "x"}`, nil, 415, "not_supported"},
		{"POST", "/api/v1/searches", `name=x`, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "not_supported"},
		{"POST", "/api/v1/import", `{}`, []string{"Content-Type", "application/json"}, 415, "not_supported"},
		{"POST", "/api/v1/searches", `{"name": `, []string{"Content-Type", "application/json"}, 400, "invalid"},
		{"POST", "/api/v1/searches", `{"name": "x"} {}`, []string{"Content-Type", "application/json"}, 400, "invalid"},
		{"POST", "/api/v1/searches", large, []string{"Content-Type", "application/json"}, 413, "too_large"},
		{"POST", "/api/v1/searches", `{}`, []string{"Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"}, 403, "foreign"},
		{"GET", "/api/v1/reports", "", []string{"Authorization", "Bearer wrong"}, 401, "sign_in"},
		{"GET", "/api/v1/reports?limit=-1", "", nil, 400, "invalid"},
		{"GET", "/api/v1/reports?limit=1001", "", nil, 400, "invalid"},
		{"GET", "/api/v1/reports?offset=x", "", nil, 400, "invalid"},
	} {
		r := s.do(t, one.method, one.path, strings.NewReader(one.body), one.headers...)
		p := answerOf[problem](t, r, one.status)
		if r.Header.Get("Content-Type") != "application/problem+json" || p.Code != one.code || p.Status != one.status || p.Title == "" || p.Type == "" {
			t.Errorf("%s %s: %s, %+v, want code %s", one.method, one.path, r.Header.Get("Content-Type"), p, one.code)
		}
		if one.status == 405 && r.Header.Get("Allow") == "" {
			t.Errorf("%s %s: the answer does not say which methods there are", one.method, one.path)
		}
	}
}
