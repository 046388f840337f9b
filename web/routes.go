package web

import "net/http"

// allPages lists the pages, those of the navigation in its order: 总览 检索 报告
// 指标 台账 规则 导入 设置 关于. A page that stands here must have a template, its
// words in both languages and a test of its name; doc.go says how to add one.
func (s *server) allPages() []page {
	return []page{
		{pattern: "GET /{$}", name: "overview", nav: "/", show: s.overview},
		{pattern: "GET /reports", name: "reports", nav: "/reports", show: s.reports},
	}
}

// endpoints lists the API. Every answer is JSON, every error a problem.
func (s *server) endpoints() []endpoint {
	return []endpoint{
		{"GET /api/v1/reports", s.apiReports},
		{"GET /api/v1/reports/{id}", s.apiReport},
		{"GET /api/v1/search", s.apiSearch},
		{"GET /api/v1/facts", s.apiFacts},
		{"GET /api/v1/ledger", s.apiLedger},
		{"GET /api/v1/series", s.apiSeries},
		{"GET /api/v1/checks", s.apiChecks},
		{"POST /api/v1/import", s.apiImport},
	}
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
	mux.Handle("GET /static/{file}", s.assets)
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("/api/", s.noEndpoint)
	mux.HandleFunc("/", s.noPage)
	return mux
}
