package web

import (
	"net/http"

	"taizhang/api"
)

// allPages lists the pages, those of the navigation in its order: 总览 检索 报告
// 指标 台账 规则 导入 设置 关于. A page that stands here must have a template, its
// words in both languages and a test of its name; doc.go says how to add one.
// Those of one report are in report_routes.go.
func (s *server) allPages() []page {
	return append([]page{
		{pattern: "GET /{$}", name: "overview", nav: "/", show: s.overview},
		{pattern: "GET /search", name: "search", nav: "/search", show: s.search},
		{pattern: "POST /search", name: "search", show: s.saveSearch},
		{pattern: "GET /reports", name: "reports", nav: "/reports", show: s.reports},
		{pattern: "GET /series", name: "indicators", nav: "/series", show: s.indicators},
		{pattern: "GET /ledger", name: "ledger", nav: ledgerPath, show: s.afterLedger(s.ledger)},
		{pattern: "GET /ledger/{id}", name: "promise", show: s.afterLedger(s.promise)},
		{pattern: "POST /ledger/{id}", name: "promise", show: s.decidePromise},
		{pattern: "GET /ledger/review", name: "review", show: s.afterLedger(s.review)},
		{pattern: "POST /ledger/review", name: "review", show: s.reviewed},
		{pattern: "GET /rules", name: "rules", nav: "/rules", show: s.rules},
		{pattern: "GET /import", name: "import", nav: importPage, show: s.importForm},
		{pattern: "POST /import", name: "import", show: s.importSent},
		{pattern: "POST /import/known", name: "import", show: s.importKnown},
		{pattern: "GET /settings", name: "settings", nav: "/settings", show: s.settings},
		{pattern: "GET /about", name: "about", nav: "/about", show: s.about},
		{pattern: "GET " + loginPage, name: "login", show: s.loginForm},
		{pattern: "POST " + loginPage, name: "login", show: s.login},
		{pattern: "POST " + logoutPage, name: "login", show: s.logout},
	}, s.reportPages()...)
}

// endpoints lists the API. Every answer is JSON, every error a problem.
func (s *server) endpoints() []endpoint {
	return append([]endpoint{
		{"GET /api/v1/reports", s.apiReports},
		{"GET /api/v1/search", s.apiSearch},
		{"GET /api/v1/suggest", s.apiSuggest},
		{"GET /api/v1/searches", s.apiSearches},
		{"POST /api/v1/searches", s.apiSaveSearch},
		{"DELETE /api/v1/searches/{name}", s.apiRemoveSearch},
		{"GET /api/v1/facts", s.apiFacts},
		{"GET /api/v1/ledger", s.apiLedger},
		{"GET /api/v1/ledger/counts", s.apiLedgerCounts},
		{"GET /api/v1/ledger/{id}", s.apiPromise},
		{"GET /api/v1/ledger/{id}/candidates", s.apiCandidates},
		{"POST /api/v1/ledger/{id}/decisions", s.apiDecidePromise},
		{"GET /api/v1/series", s.apiSeries},
		{"GET /api/v1/series/years", s.apiYears},
		{"GET /api/v1/indicators", s.apiIndicators},
		{"GET /api/v1/checks", s.apiChecks},
		{"GET /api/v1/names", s.apiNames},
		{"GET /api/v1/decisions", s.apiDecisions},
		{"POST /api/v1/import", s.apiImport},
		{"POST " + importStreamPath, s.apiImportStream},
		{"POST " + api.Reextract, s.apiReextract},
		{"POST " + api.Rebuild, s.apiRebuild},
		{"POST " + api.Backup, s.apiBackup},
		{"POST " + askPattern, s.apiAsk},
	}, s.reportEndpoints()...)
}

// routes is every address there is.
func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for _, p := range s.pages {
		mux.Handle(p.pattern, s.paged(p))
	}
	for _, e := range s.endpoints() {
		mux.Handle(e.pattern, s.answered(e))
	}
	mux.HandleFunc("GET /api/v1/originals/{hash}", s.original)
	mux.HandleFunc("GET /reports/{id}/pages/{number}/picture", s.reportPicture)
	mux.Handle("GET /static/{file}", s.assets)
	mux.HandleFunc("GET "+api.Health, s.health)
	mux.Handle("GET /metrics", s.options.Metrics)
	mux.HandleFunc("/api/", s.noEndpoint)
	mux.HandleFunc("/", s.noPage)
	return mux
}
