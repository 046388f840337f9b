package web

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"taizhang/service"
)

// The description of the API is held against what the server answers, by a
// validator that knows nothing of either.

// contract is the description as its readers see it.
type contract struct {
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Parameters  []struct{ Name, In string }
		RequestBody *struct{ Content map[string]any }
		Responses   map[string]struct {
			Ref     string `json:"$ref"`
			Content map[string]any
		}
	}
	schemas *jsonschema.Compiler
}

var describedAPI struct {
	once sync.Once
	contract
	err error
}

// contractOf reads the description that the site serves.
func contractOf(t *testing.T, s *site) *contract {
	t.Helper()
	c := &describedAPI.contract
	describedAPI.once.Do(func() { describedAPI.err = c.read(s.get(t, documentPath).body) })
	if describedAPI.err != nil {
		t.Fatal(describedAPI.err)
	}
	return c
}

const contractURL = "https://taizhang.test/openapi.json"

func (c *contract) read(text string) error {
	if err := json.Unmarshal([]byte(text), c); err != nil {
		return err
	}
	whole, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	closeObjects(whole)
	c.schemas = jsonschema.NewCompiler()
	c.schemas.DefaultDraft(jsonschema.Draft2020)
	c.schemas.AssertFormat()
	return c.schemas.AddResource(contractURL, whole)
}

// closeObjects forbids what is not described: readers have to allow it, for
// later versions say more.
func closeObjects(v any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			closeObjects(one)
		}
	case map[string]any:
		_, object := v["properties"]
		if _, said := v["additionalProperties"]; object && !said {
			v["additionalProperties"] = false
		}
		for _, one := range v {
			closeObjects(one)
		}
	}
}

// holds checks JSON by the schema at a place of the description.
func (c *contract) holds(body string, at ...string) error {
	for i, part := range at {
		at[i] = url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(part))
	}
	schema, err := c.schemas.Compile(contractURL + "#/" + strings.Join(at, "/"))
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

// TestAPIDocumentIsValid has a validator of OpenAPI documents read the description.
func TestAPIDocumentIsValid(t *testing.T) {
	const folder, program = "testdata", `import { Validator } from "@seriousme/openapi-schema-validator";
		import { text } from "node:stream/consumers";
		const validator = new Validator();
		const found = await validator.validate(JSON.parse(await text(process.stdin)));
		console.log(JSON.stringify(found.errors ?? []));
		process.exit(found.valid && validator.version === "3.1" ? 0 : 1);`
	if _, err := os.Stat(folder + "/node_modules/@seriousme"); err != nil {
		t.Skip("the validator is not installed: sh scripts/setup.sh tests")
	}
	check := func(document string) (string, error) {
		node := exec.Command("node", "--input-type=module", "--eval", program)
		node.Dir, node.Stdin = folder, strings.NewReader(document)
		said, err := node.CombinedOutput()
		return string(said), err
	}
	document := sampleSite(t).get(t, documentPath).body
	if said, err := check(document); err != nil {
		t.Errorf("openapi.json is no OpenAPI 3.1 document: %v: %s", err, said)
	}
	if _, err := check(strings.Replace(document, `"in":"query"`, `"in":"nowhere"`, 1)); err == nil {
		t.Error("a document with a mistake is accepted")
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

// asks sends a request, and holds it and the answer against the description of
// the operation.
func (c *contract) asks(t *testing.T, s *site, operation, address, body string) reply {
	t.Helper()
	method, path, _ := strings.Cut(operation, " ")
	r := s.do(t, method, address, strings.NewReader(body), "Content-Type", "application/json")
	at := []string{"paths", path, strings.ToLower(method)}
	if body != "" && r.StatusCode < 400 {
		if err := c.holds(body, append(slices.Clone(at), "requestBody", "content", "application/json", "schema")...); err != nil {
			t.Errorf("%s: the description does not allow %s: %v", operation, body, err)
		}
	}
	c.answered(t, operation, r)
	return r
}

// answered holds an answer against the description of an operation.
func (c *contract) answered(t *testing.T, operation string, r reply) {
	t.Helper()
	method, path, _ := strings.Cut(operation, " ")
	status := strconv.Itoa(r.StatusCode)
	described, ok := c.Paths[path][strings.ToLower(method)].Responses[status]
	if !ok {
		t.Errorf("%s: status %s is not described: %s", operation, status, r.body)
		return
	}
	media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	at := []string{"paths", path, strings.ToLower(method), "responses", status, "content", media, "schema"}
	if name, ok := strings.CutPrefix(described.Ref, "#/components/responses/"); ok {
		at = []string{"components", "responses", name, "content", media, "schema"}
	} else if _, ok := described.Content[media]; !ok {
		t.Errorf("%s: media type %s is not described", operation, media)
	}
	if !strings.HasSuffix(media, "json") {
		return
	}
	if err := c.holds(r.body, at...); err != nil {
		t.Errorf("%s: status %s: %v", operation, status, err)
	}
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
		r := c.asks(t, s, "GET "+path, address, "")
		for _, query := range more[path] {
			if r = c.asks(t, s, "GET "+path, address+query, ""); r.StatusCode != 200 && query != "?x" && path != "/api/v1/names" {
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
		_, path, _ := strings.Cut(e.pattern, " ")
		if e.like == "" || e.own || strings.HasSuffix(path, "/undo") {
			continue
		}
		if r := c.asks(t, s, e.pattern, filled(path, values), e.like); r.StatusCode >= 500 || r.StatusCode == 400 && !strings.Contains(path, "fact") {
			t.Errorf("%s: the example is answered with %d: %s", e.pattern, r.StatusCode, r.body)
		}
	}
	made := answer[listing[service.Past]](t, c.asks(t, s, "GET /api/v1/decisions", "/api/v1/decisions", ""))
	if len(made.Items) == 0 {
		t.Fatal("no decision was made by the examples")
	}
	c.asks(t, s, "POST /api/v1/decisions/{id}/undo", "/api/v1/decisions/"+made.Items[len(made.Items)-1].ID+"/undo", `{"who": "李敏"}`).shows(t, `"kind":"undo"`)
	c.asks(t, s, "DELETE /api/v1/searches/{name}", "/api/v1/searches/"+url.PathEscape("去年的就业"), "").shows(t, "year:2023")
	for _, wrong := range []struct {
		operation, path, body string
		status                int
	}{
		{"DELETE /api/v1/searches/{name}", "/searches/none", "", 400},
		{"POST /api/v1/decisions/{id}/undo", "/decisions/none/undo", `{"who": "x"}`, 400},
		{"POST /api/v1/decisions/{id}/undo", "/decisions/none/undo", `{"who": ""}`, 400},
		{"POST /api/v1/ledger/{id}/decisions", "/ledger/none/decisions", `{"who": "x", "kind": "confirm"}`, 400},
		{"POST /api/v1/ledger/{id}/decisions", "/ledger/" + lines[1].ID + "/decisions", `{"who": "x", "kind": "lost"}`, 400},
		{"POST /api/v1/reports/{id}/facts/{fact}/decisions", "/reports/none/facts/none/decisions", `{"who": "x", "do": "reject"}`, 404},
		{"POST /api/v1/searches", "/searches", `{"name": "x", "query": "(a"}`, 400},
		{"POST /api/v1/searches", "/searches", `{"nom": "x"}`, 400},
		{"POST /api/v1/searches", "/searches?to=1", `{"name": "x"}`, 400},
	} {
		if r := c.asks(t, s, wrong.operation, "/api/v1"+wrong.path, wrong.body); r.StatusCode != wrong.status {
			t.Errorf("%s %s: status %d, want %d: %s", wrong.path, wrong.body, r.StatusCode, wrong.status, r.body)
		}
	}
	body, kind := uploaded(t, map[string][]byte{"2030.txt": []byte("2030年工作总结\n全年新增学位1200个。\n"), "x.bin": {0, 1}})
	c.answered(t, "POST "+importPath, s.do(t, "POST", importPath, body, "Content-Type", kind))
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

// TestAPIContractIsStrict holds that answers which say more, less or other than
// is described would be found.
func TestAPIContractIsStrict(t *testing.T) {
	c := contractOf(t, sampleSite(t))
	for body, well := range map[string]bool{
		`{"name":"a","query":"b"}`:          true,
		`{"name":"a"}`:                      false,
		`{"name":"a","query":null}`:         false,
		`{"name":"a","query":"b","more":1}`: false,
	} {
		if err := c.holds(body, "components", "schemas", "library.SavedSearch"); (err == nil) != well {
			t.Errorf("%s: %v", body, err)
		}
	}
}
