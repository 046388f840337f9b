package web

// reportPages lists the pages of one report.
func (s *server) reportPages() []page {
	return []page{
		{pattern: "GET /reports/{id}", name: "report", show: s.report},
	}
}

// reportEndpoints lists what the API answers of one report.
func (s *server) reportEndpoints() []endpoint {
	return []endpoint{
		{"GET /api/v1/reports/{id}", s.apiReport},
	}
}
