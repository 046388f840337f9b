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
