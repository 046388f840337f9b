// Package web serves a library as pages for a browser and as JSON under
// /api/v1. Pages and endpoints ask package service, as the command line does;
// nothing here works anything out that a command could want, too.
//
// # How to add a page
//
// A page called ledger is these files and one row:
//
//	ledger.go                  the struct ledgerPage and the method (*server).ledger that fills it
//	templates/ledger.html      defines "title" and "main"
//	messages/zh/ledger.json    its texts; the text "empty" has the key "ledger.empty"
//	messages/en/ledger.json    the same keys, the same arguments
//	ledger_test.go             what its addresses show
//	static/ledger.css, .js     only if it needs its own; they are linked by their name
//	routes.go                  {pattern: "GET /ledger", name: "ledger", nav: "/ledger", show: s.ledger},
//
// Rows with nav stand in the navigation, in the order of the rows; its words are
// there for all pages that are planned (nav.json). A page that has no place in
// the navigation, as that of one report, leaves nav empty; its address begins
// with that of the page it belongs to (/reports/{id}), which is then marked.
//
// The method reads the address with paramsOf, asks s.service, and returns the
// data or an error: *service.InvalidError is shown as 400, library.ErrNoReport
// as 404, everything else as 500 and logged. After a form (POST, same row
// shape) it returns redirect("/ledger?…"), so that reloading does not send the
// form again. A file to keep is a download (sheetDownload for lists:
// ?format=csv). What is worked out for the page is done there, in Go, and has a
// typed field; templates only lay out.
//
// In a template the dot is a *view: .Data is the struct; .T "ledger.empty" a
// message, with arguments after it; .Label .Status the word for a record's word
// (package export); .Number, .Time and .Asset write counts, moments and addresses of
// static/. Inside range and with these are $.T and so on. A shared part is in
// templates/parts and is called with {{template "pager" .With .Data.Pager}}.
// A light is {{template "light" $.With ($.Lamp .Org .Light)}}: offices call and
// colour theirs otherwise.
// Parts: pager, pager_links (a struct of type pager), empty (a text).
//
// Classes of base.css: cards (a table whose rows become cards on a narrow
// screen: data-label on each td, lead on the one that is the heading), scroll
// (a box for a table that cannot, with role, label and tabindex as in
// overview.html), number, total, none, note, quiet, figures, entries, filters
// (a form), primary (a button), empty. data-submit on a select sends its form
// when it is changed. Colours are variables: --ink, --soft, --line, --seal,
// --good, --warn, --bad; they follow light and dark.
//
// # What holds for every page
//
// It works without JavaScript, by keyboard, at 390 pixels without sideways
// scrolling, and on paper. One h1; headings in order; every field has a label;
// colour never says something alone; words of documents carry lang="zh". The security policy forbids inline style
// and script, style attributes included: in SVG use fill= and class=. Text of
// documents, file names and rules is untrusted: html/template escapes it, and
// nothing is ever made template.HTML. Paths of the disk are not shown.
//
// # Where a place of a report is shown
//
// reportAt(id, start, anchor) is the address of a byte of the body; anchors are
// those of anchor.go. /reports/{id}/facts/{fact} is a fact's own page.
//
// # How to add an endpoint
//
// api_NAME.go with a method, and one row in api_routes.go: its address, its name,
// what it does in a sentence, and the names of the parameters it takes
// (api_parameters.go says what they mean). answers makes the answer of a method
// that returns a value of a type of its own, sends that of one which is given the
// body, read from JSON; openapi.json is made of the row and these types, with the
// comments of their fields (go test ./web -run Words -update reads them anew).
// Lists are of type listing, made by pageOf. Parameters are read with paramsOf
// and closed by strictly, so that a mistyped one is refused. api_contract_test.go
// asks what it can and holds the answers against the description; give it values
// for new parameters.
//
// # Where a form has a mistake
//
// The method that takes the form returns s.again with the error, an
// *service.InvalidError: the page is shown again, with 400. In the template
// {{template "refused" .}} says that nothing was saved, and a field is
// {{with .Input "FORM" "field" .Data.Now}}<input name="field" value="{{.Value}}"{{template "invalid" .}}>{{template "wrong" .}}{{end}}.
//
// # Tests
//
// sampleSite(t) is the pages over a library of all samples, shared and only
// read; ownSite(t, patterns…) is the test's own. s.shows(t, path, needles…)
// fetches a page through the real handler; s.post sends a form as the page
// would; inEnglish are the headers of who chose English. openBrowser(t, s) is a real
// Chromium with JavaScript (skipped where there is none): b.open(path, width,
// scheme), b.holdsWidth(), b.isAccessible() (axe-core), b.picture(name),
// b.run(actions…). Pictures are written
// to the folder that TAIZHANG_SCREENS names. pages_test.go fails where a page
// lacks a template, a test or a word, or a link of the frame leads nowhere.
package web
