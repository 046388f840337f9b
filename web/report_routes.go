package web

// reportPages lists the pages of one report.
func (s *server) reportPages() []page {
	return []page{
		{pattern: "GET /reports/{id}", name: "report", show: s.report},
		{pattern: "GET /reports/{id}/facts", name: "report_facts", show: s.reportFacts},
		{pattern: "GET /reports/{id}/facts/{fact}", name: "report_fact", show: s.reportFact},
		{pattern: "POST /reports/{id}/facts/{fact}", name: "report_fact", show: s.reportFactSent},
		{pattern: "GET /reports/{id}/pages/{number}", name: "report_page", show: s.reportPage},
		{pattern: "GET /reports/{id}/repairs", name: "report_repairs", show: s.reportRepairs},
		{pattern: "GET /reports/{id}/years", name: "report_years", show: s.reportYears},
		{pattern: "GET /reports/{id}/record", name: "report_record", show: s.reportRecord},
		{pattern: "POST /reports/{id}/record", name: "report_record", show: s.reportRecordSent},
		{pattern: "GET /reports/{id}/original", name: "report_record", show: s.reportOriginal},
	}
}

// reportEndpoints lists what the API answers of one report.
func (s *server) reportEndpoints() []endpoint {
	return []endpoint{
		{"GET /api/v1/reports/{id}", s.apiReport},
		{"GET /api/v1/reports/{id}/record", s.apiReportRecord},
		{"POST /api/v1/reports/{id}/decisions", s.apiCorrectReport},
		{"GET /api/v1/reports/{id}/facts/{fact}", s.apiReportFact},
		{"POST /api/v1/reports/{id}/facts/{fact}/decisions", s.apiCorrectFact},
		{"GET /api/v1/reports/{id}/facts/{fact}/frames", s.apiReportFrames},
		{"GET /api/v1/reports/{id}/pages/{number}", s.apiReportPage},
		{"GET /api/v1/reports/{id}/repairs", s.apiReportRepairs},
		{"GET /api/v1/reports/{id}/others", s.apiReportOthers},
		{"GET /api/v1/reports/{id}/years", s.apiReportYears},
	}
}
