package web

import (
	"net/http"

	"taizhang/report"
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
		{pattern: "GET /series", name: "indicators", nav: "/series", show: s.afterNotes(s.indicators)},
		{pattern: "POST /series", name: "indicators", show: s.mergeNames(report.FieldIndicator, seriesURL)},
		{pattern: "POST /reports", name: "reports", show: s.mergeNames(report.FieldOrg, officeReports)},
		{pattern: "GET /ledger", name: "ledger", nav: ledgerPath, show: s.afterLedger(s.ledger)},
		{pattern: "GET /ledger/{id}", name: "promise", show: s.afterLedger(s.promise)},
		{pattern: "POST /ledger/{id}", name: "promise", show: s.decidePromise},
		{pattern: "GET /ledger/review", name: "review", show: s.afterLedger(s.review)},
		{pattern: "POST /ledger/review", name: "review", show: s.reviewed},
		{pattern: "GET /rules", name: "rules", nav: "/rules", show: s.rules},
		{pattern: "GET " + rulesEditPath, name: "rules_edit", show: s.editRules},
		{pattern: "POST " + rulesEditPath, name: "rules_edit", show: s.rulesEdited},
		{pattern: "POST /rules/reextract", name: "rules", show: s.reextractRules},
		{pattern: "GET /import", name: "import", nav: importPage, show: s.importForm},
		{pattern: "POST /import", name: "import", show: s.importSent},
		{pattern: "POST /import/known", name: "import", show: s.importKnown},
		{pattern: "GET /settings", name: "settings", nav: "/settings", show: s.settings},
		{pattern: "POST /settings", name: "settings", show: s.settingsSent},
		{pattern: "GET /about", name: "about", nav: "/about", show: s.about},
		{pattern: "GET " + loginPage, name: "login", show: s.loginForm},
		{pattern: "POST " + loginPage, name: "login", show: s.login},
		{pattern: "POST " + logoutPage, name: "login", show: s.logout},
	}, s.reportPages()...)
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
	mux.HandleFunc("GET "+documentPath, s.apiDocument)
	mux.Handle("GET /reports/{id}/pages/{number}/picture", s.answered(endpoint{answer: hands("image/png", s.reportPicture)}))
	mux.Handle("GET /static/{file}", s.assets)
	mux.Handle("GET /metrics", s.options.Metrics)
	mux.HandleFunc("/api/", s.noEndpoint)
	mux.HandleFunc("/", s.noPage)
	return mux
}
