package web

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"

	"taizhang/api"
	"taizhang/library"
	"taizhang/service"
)

// endpoints lists the API. Every answer is JSON where nothing else is said,
// every error a problem. openapi.json is made of this table.
func (s *server) endpoints() []endpoint {
	return slices.Concat(s.libraryEndpoints(), s.reportEndpoints(), s.searchEndpoints(), s.ledgerEndpoints(),
		s.seriesEndpoints(), s.ruleEndpoints(), s.ownRuleEndpoints(), s.decisionEndpoints(), s.serverEndpoints(), s.clientEndpoints())
}

func (s *server) libraryEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/overview", name: "overview", answer: answers(s.apiOverview), takes: "today",
			about: "Counts what is in the library and what there is to do. Reports and facts by office and year, and the " +
				"promises by what became of them."},
		{pattern: "GET /api/v1/arrivals", name: "arrivals", answer: answers(s.apiArrivals), takes: paged,
			about: "Lists the reports that came last, the latest first. Each with the promises that it makes and " +
				"answers, at most 1000."},
		{pattern: "GET /api/v1/doubts", name: "doubts", answer: answers(s.apiDoubts), takes: paged,
			about: "Lists the reports that a person should look at. Office, year or kind is not known, or their reading " +
				"met problems."},
		{pattern: "GET /api/v1/checks", name: "checks", answer: answers(s.apiChecks), takes: "org failed" + paged,
			about: "Lists checks of arithmetic. Parts against their sum, values against the growth that is named, and " +
				"the same value in several reports."},
		{pattern: "GET /api/v1/names", name: "names", answer: answers(s.apiNames), takes: "name.kind org" + paged,
			about: "Lists names that were found in the reports and on which nobody has decided."},
		{pattern: "POST " + importPath, name: "import_documents",
			answer: answering{serve: s.apiImport, form: []string{"file", "org", "year", "kind"}, gives: reflect.TypeFor[library.Summary]()},
			about: "Takes documents into the library. Up to 500 files in one form; what became of each is told. Who " +
				"accepts application/x-ndjson is told of each file as it is done, one event a line."},
	}
}

// reportEndpoints lists what the API answers of reports.
func (s *server) reportEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/reports", name: "reports", answer: answers(s.apiReports), takes: "org year kind text" + paged,
			about: "Lists the reports by year, office and id."},
		{pattern: "GET /api/v1/reports/{id}", name: "report", answer: ofReport(s.service.Report),
			about: "Returns one report whole. Its text, outline, sentences and facts; spans are bytes of the text."},
		{pattern: "GET /api/v1/reports/{id}/record", name: "report_record", answer: ofReport(s.service.ReportRecord),
			about: "Returns what is known of a report beside text and facts. Under what it is filed and why, its pages, " +
				"its versions and what people corrected."},
		{pattern: "POST /api/v1/reports/{id}/decisions", name: "correct_report", answer: sends(s.apiCorrectReport), needs: "who do",
			like: `{"who": "李敏", "why": "封面为准", "do": "correct", "fields": [{"field": "year", "value": "2023"}]}`,
			about: "Corrects under what a report is filed, comments on it, chooses the version that counts, or takes a " +
				"decision back. Answers the record as it is then."},
		{pattern: "GET /api/v1/reports/{id}/facts", name: "report_facts", answer: answers(s.apiReportFacts),
			takes: "fact.kind modality start end" + paged,
			about: "Lists the facts of a report in the order of the text. With start and end only those that stand " +
				"between these bytes of the text."},
		{pattern: "GET /api/v1/reports/{id}/facts/{fact}", name: "report_fact", answer: answers(s.apiReportFact),
			about: "Returns all there is to know of a fact. The rule that found it and why, the lines of the original, " +
				"and what people decided."},
		{pattern: "POST /api/v1/reports/{id}/facts/{fact}/decisions", name: "correct_fact", answer: sends(s.apiCorrectFact), needs: "who do",
			like: `{"who": "李敏", "why": "原文为亿元", "do": "correct", "fields": [{"field": "value", "value": "9.6亿元"}]}`,
			about: "Corrects a fact, says that it is none, comments on it, or takes a decision back. Answers the fact as " +
				"it is then."},
		{pattern: "GET /api/v1/reports/{id}/facts/{fact}/frames", name: "report_frames", answer: answers(s.apiReportFrames),
			about: "Lists the pages on which a fact stands, and where. None where the format has no pages to draw."},
		{pattern: "GET /api/v1/reports/{id}/pages/{number}", name: "report_page", answer: answers(s.apiReportPage),
			about: "Returns a page of the original. What was read on it, and where its facts stand."},
		{pattern: "GET /api/v1/reports/{id}/pages/{number}/picture", name: "report_picture", answer: hands("image/png", s.reportPicture),
			about: "Returns a picture of a page of the original. There is none where the format has no pages to draw."},
		{pattern: "GET /api/v1/reports/{id}/repairs", name: "report_repairs", answer: answers(s.apiReportRepairs), takes: "page changed" + paged,
			about: "Lists the source beside what repair made of it, line by line."},
		{pattern: "GET /api/v1/reports/{id}/others", name: "report_others", answer: answers(s.apiReportOthers), takes: paged,
			about: "Lists the other reports of the office, the latest first."},
		{pattern: "GET /api/v1/reports/{id}/years", name: "report_years", answer: answers(s.apiReportYears), takes: "with!",
			about: "Compares the values of a report with those of another one."},
		{pattern: "GET /api/v1/removed", name: "removed", answer: answers(s.apiRemoved), takes: paged,
			about: "Lists the reports that were removed. Taking the decision back brings one back."},
		{pattern: "GET /api/v1/originals/{hash}", name: "original", answer: hands("application/octet-stream", s.original),
			about: "Returns a document as it came, by the hash of its report."},
	}
}

func (s *server) searchEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/search", name: "search", answer: answers(s.apiSearch), takes: "query exact pinyin facets sort" + paged,
			about: "Finds sentences and facts. The query language is that of the search page."},
		{pattern: "GET /api/v1/facts", name: "facts", answer: answers(s.apiFacts), takes: "query exact pinyin facets sort" + paged,
			about: "Finds facts of all reports."},
		{pattern: "GET /api/v1/suggest", name: "suggest", answer: answers(s.apiSuggest), takes: "typed.text suggested.limit",
			about: "Lists names that begin with what is typed, or hold it."},
		{pattern: "GET /api/v1/searches", name: "saved_searches", answer: answers(s.apiSearches), takes: paged,
			about: "Lists the saved searches by name."},
		{pattern: "POST /api/v1/searches", name: "save_search", answer: sends(s.apiSaveSearch), needs: "name query",
			like:  `{"name": "去年的就业", "query": "就业 year:2023"}`,
			about: "Keeps a search under a name. One that was kept there is replaced."},
		{pattern: "DELETE /api/v1/searches/{name}", name: "remove_search", answer: answers(s.apiRemoveSearch), fails: []int{http.StatusBadRequest},
			about: "Forgets a saved search. Answers what it was."},
	}
}

// ledgerTakes are the parameters of what is asked of the ledger.
const ledgerTakes = "org year status light promise.kind review owner ledger.text from.report order.sort today"

func (s *server) ledgerEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/ledger", name: "ledger", answer: answers(s.apiLedger), takes: ledgerTakes + paged,
			about: "Lists promises, with what became of each and the sentences that say so."},
		{pattern: "GET /api/v1/ledger/counts", name: "ledger_counts", answer: answers(s.apiLedgerCounts), takes: ledgerTakes,
			about: "Counts promises by status, light, review and kind. Each is counted as if nothing were asked of itself."},
		{pattern: "GET /api/v1/ledger/matrix", name: "ledger_matrix", answer: answers(s.apiLedgerMatrix), takes: "today",
			about: "Counts promises by office and by the year they are for."},
		{pattern: "GET /api/v1/ledger/review", name: "review_queue", answer: answers(s.apiReview), takes: ledgerTakes + paged,
			about: "Lists the promises that nobody has looked at, the urgent first."},
		{pattern: "GET /api/v1/ledger/{id}", name: "promise", answer: answers(s.apiPromise), takes: "today",
			about: "Returns a promise with all there is to know of it. Its wordings over the years, the answers and what " +
				"people decided."},
		{pattern: "GET /api/v1/ledger/{id}/candidates", name: "candidates", answer: answers(s.apiCandidates), takes: "words",
			about: "Lists sentences of the office's reports that could answer a promise. Those that hold all the words, " +
				"at most 20."},
		{pattern: "GET /api/v1/ledger/{id}/alike", name: "alike", answer: answers(s.apiAlike), takes: "alike.words",
			about: "Lists promises of the office that could be the same as this one. The most like it first, at most 12; " +
				"a decision of kind merge makes them one."},
		{pattern: "POST /api/v1/ledger/{id}/decisions", name: "decide_promise", answer: sends(s.apiDecidePromise), needs: "who kind",
			like: `{"who": "李敏", "why": "年报第12页", "kind": "status", "value": "done"}`,
			about: "Confirms a promise, corrects it, closes it, comments on it, or takes a decision back. Answers the " +
				"promise as it is then."},
	}
}

func (s *server) seriesEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/indicators", name: "indicators", answer: answers(s.apiIndicators), takes: "indicator.text" + paged,
			about: "Lists the indicators of which there are values."},
		{pattern: "GET /api/v1/series", name: "series", answer: answers(s.apiSeries), takes: "indicator! org" + paged,
			about: "Lists the values of an indicator as the reports give them."},
		{pattern: "GET /api/v1/series/years", name: "series_years", answer: answers(s.apiYears), takes: "indicator! orgs.org" + paged,
			about: "Lists an indicator by office and year, the plan beside the result."},
		{pattern: "GET /api/v1/series/breaks", name: "series_breaks", answer: answers(s.apiBreaks), takes: "indicator! org" + paged,
			about: "Lists where the reports do not agree about the values of an indicator."},
	}
}

func (s *server) ruleEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/rules", name: "rules", answer: answers(s.apiRules), takes: "rule.text" + paged,
			about: "Lists the rules in force, by file and line."},
		{pattern: "GET /api/v1/rules/indicators", name: "rule_indicators", answer: answers(s.apiRuleIndicators), takes: "indicator.text" + paged,
			about: "Lists the indicators that rules know, with their other names."},
		{pattern: "GET /api/v1/rules/explain", name: "explain", answer: answers(s.apiRulesExplain), takes: "sentence.text! plan reviewed.year rule" + paged,
			about: "Says of each sentence of a text why it gives the facts it gives. What was recognised, which rules " +
				"were tried and where each failed."},
		{pattern: "GET /api/v1/rules/test", name: "test_rules", answer: answers(s.apiRulesTest), takes: paged,
			about: "Runs the examples and counterexamples of all rules. Lists those that do not hold, behind the " +
				"mistakes of the files."},
	}
}

// ownRuleEndpoints lists what is done with the office's own rules.
func (s *server) ownRuleEndpoints() []endpoint {
	const like = `{"file": "visits.yaml", "text": "title: 走访\nrules:\n  - title: 走访企业多少家\n    id: visits\n    kind: 数量\n` +
		`    patterns:\n      - 走访…【数量】\n    keep: {value: 【数量】, action: 走访}\n    priority: 60\n` +
		`    examples:\n      - text: 全年走访企业320家。\n        want: {text: 320家, action: 走访}\n` +
		`    counterexamples:\n      - 走访企业成为常态。\n"}`
	return []endpoint{
		{pattern: "GET /api/v1/rules/files", name: "rule_files", answer: answers(s.apiRuleFiles), takes: paged,
			about: "Lists the files of own rules. Folder 1 is that of the library; those that the settings name follow."},
		{pattern: "GET /api/v1/rules/files/{folder}/{file}", name: "rule_file", answer: answers(s.apiRuleFile), takes: "former",
			about: "Returns a file of own rules with its text, or what it was before. Its mark is needed to change it."},
		{pattern: "GET /api/v1/rules/files/{folder}/{file}/former", name: "former_rules", answer: answers(s.apiFormerRules), takes: paged,
			about: "Lists what a file of own rules was before, the latest first."},
		{pattern: "POST /api/v1/rules/check", name: "check_rules", answer: sends(s.apiCheckRules), needs: "file text", like: like,
			about: "Says what is wrong with a change to own rules. Mistakes, doubts, and examples that do not hold; " +
				"nothing is written."},
		{pattern: "POST /api/v1/rules/effect", name: "rule_effect", needs: "file text", like: like,
			answer: answering{serve: s.apiRuleEffect, sent: reflect.TypeFor[api.RuleEffectRequest](), gives: reflect.TypeFor[service.RuleEffect]()},
			about: "Says what a change to own rules would do to the facts of the newest reports. Nothing is written. Who " +
				"accepts application/x-ndjson is told how far it has come, one event a line."},
		{pattern: "POST /api/v1/rules/files", name: "take_rules", answer: sends(s.apiTakeRules), needs: "file", like: like,
			fails: []int{http.StatusNotFound, http.StatusConflict},
			about: "Takes a change to own rules over. Rules with mistakes are refused, and a change of a file that is " +
				"not as its mark says. What it was is kept."},
		{pattern: "POST /api/v1/rules/proposals", name: "propose_rule", answer: sends(s.apiProposeRule), needs: "sentence",
			like: `{"sentence": "全年走访企业320家。", "words": ["走访", "企业"]}`,
			about: "Makes a rule from a sentence and the words that matter. Nothing is written: what comes back can be " +
				"taken over."},
		{pattern: "GET /api/v1/rules/override", name: "override_rule", answer: answers(s.apiOverrideRule), takes: "override.id!",
			fails: []int{http.StatusNotFound},
			about: "Copies a rule in force into the own file of its name. Nothing is written: what comes back can be " +
				"changed and taken over."},
		{pattern: "GET /api/v1/reextraction", name: "reextraction", answer: answers(s.apiReextraction),
			about: "Tells how many reports other rules extracted, and how far extracting them again has come."},
		{pattern: "POST /api/v1/reextraction", name: "begin_reextraction", answer: answers(s.apiBeginReextraction),
			about: "Begins to extract again what other rules extracted. It goes on in the background."},
	}
}

func (s *server) decisionEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/decisions", name: "decisions", answer: answers(s.apiDecisions), takes: paged,
			about: "Lists every decision ever made, the oldest first."},
		{pattern: "GET /api/v1/decisions/orphans", name: "orphans", answer: answers(s.apiOrphans), takes: paged,
			about: "Lists the decisions whose place is not found any more. Each with the place most like it."},
		{pattern: "GET /api/v1/merges", name: "merges", answer: answers(s.apiMerges), takes: "merged.field" + paged,
			about: "Lists which names of indicators or offices are said to be others."},
		{pattern: "POST /api/v1/merges", name: "merge", answer: sends(s.apiMerge), needs: "who field subject full",
			like:  `{"who": "李敏", "why": "2022年更名", "field": "org", "subject": "区教委", "full": "柳溪区教育局"}`,
			about: "Says that a name of an indicator or an office is another one. Lists what was written down."},
		{pattern: "POST /api/v1/decisions/{id}/undo", name: "undo", answer: sends(s.apiUndo), needs: "who", like: `{"who": "李敏", "why": "看错了行"}`,
			about: "Takes a decision back. Lists what was written down."},
	}
}

func (s *server) serverEndpoints() []endpoint {
	return []endpoint{
		{pattern: "GET /api/v1/about", name: "about", answer: answers(s.apiAbout),
			about: "Says which program this is and what library it serves."},
		{pattern: "GET /api/v1/settings", name: "settings", answer: answers(s.apiSettings), takes: paged,
			about: "Lists what is set, and by what. Paths of the machine are not told."},
		{pattern: "POST /api/v1/settings", name: "change_settings", answer: sends(s.apiChangeSettings), needs: "values",
			fails: []int{http.StatusMethodNotAllowed},
			like:  `{"values": {"due-soon-days": ["15"], "lights": ["青岚县: days=15 due_soon=黄灯#FFD966"]}}`,
			about: "Changes settings of the library that may be changed while it is served. All of them or none; an " +
				"empty list is the built-in value. Lists the settings as they are then."},
		{pattern: "GET /api/v1/tools", name: "tools", answer: answers(s.apiTools), takes: paged,
			about: "Lists the programs that some documents need, and whether they are there."},
		{pattern: "GET " + api.Health, name: "health", answer: answers(s.health),
			about: "Says that the server is there. Nobody has to sign in for that."},
	}
}

// clientEndpoints lists what the program's own command line asks of a server
// that has its library open. They change with the service.
func (s *server) clientEndpoints() []endpoint {
	return []endpoint{
		{pattern: "POST " + importStreamPath, name: "client_import", own: true,
			answer: answering{serve: s.apiImportStream, form: []string{api.UploadPart, api.FilePart, api.RefusedPart}, gives: reflect.TypeFor[api.Event](), media: api.Stream},
			about:  "Takes documents in while they come."},
		{pattern: "POST " + api.Reextract, name: "client_reextract", own: true, answer: streams(reflect.TypeFor[[]string](), s.apiReextract),
			like: `["3f2a9c01d4e5"]`, about: "Extracts reports again, by their ids."},
		{pattern: "POST " + api.Rebuild, name: "client_rebuild", own: true, answer: streams(nil, s.apiRebuild), about: "Makes the index again."},
		{pattern: "POST " + api.Backup, name: "client_backup", own: true, answer: hands("multipart/form-data", s.apiBackup), about: "Writes the library as one file."},
		{pattern: "POST " + askPattern, name: "client_ask", own: true, answer: answering{serve: s.apiAsk, sent: reflect.TypeFor[json.RawMessage](), gives: reflect.TypeFor[json.RawMessage]()},
			about: "Puts a request of the service as it is."},
	}
}
