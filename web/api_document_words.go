package web

import (
	"net/http"

	"taizhang/api"
	"taizhang/web/openapi"
)

// apiAbout is what the description says of the whole API.
const apiAbout = `Everything the pages of Taizhang do, as JSON.

**Ids** are made of what they name, not of when it came: those of a report, a fact and a promise are the same after every import, extraction and move of the library.

**Lists** are answered as {"items": […], "total": {"count": …, "exact": …}, "next": …}. Where next is missing the page is the last one; else it is the address of the next. limit is 50 unless another is given, at most 1000, or all.

**Errors** are problems (RFC 9457, application/problem+json). code is stable, detail is for people, field names the parameter or the field that is wrong. A parameter that is not known is refused, and the known ones are named.

**Numbers** of reports are exact decimals and written as strings. Places are bytes of the text in UTF-8: text[start:end] is the value.

**Access.** On the machine itself nobody has to sign in unless accounts were made. With accounts a program sends a token (taizhang user token), a browser its session. Readers change nothing.`

const (
	tagServer = "server"
	tagClient = "client"
)

// apiTags are the groups of endpoints.
func apiTags() []openapi.Tag {
	return []openapi.Tag{
		{Name: "library", Description: "总览, 导入: what is in the library, what came, what to look at."},
		{Name: "reports", Description: "报告: text, facts, pages, repairs, corrections."},
		{Name: "search", Description: "检索: passages and facts, saved searches."},
		{Name: "ledger", Description: "台账: promises and what became of them."},
		{Name: "series", Description: "指标: values over the years."},
		{Name: "rules", Description: "规则: what is looked for, and why."},
		{Name: "decisions", Description: "人工判定: what people decided."},
		{Name: tagServer, Description: "设置, 关于: the program itself."},
		{Name: tagClient, Description: "For the program's own command line, which bears the token of the server. It changes from version to version."},
	}
}

// tagOf returns the group of the first word of a path.
func tagOf(first string) string {
	switch first {
	case "overview", "arrivals", "doubts", "checks", "names", "import":
		return "library"
	case "originals", "removed":
		return "reports"
	case "facts", "suggest", "searches":
		return "search"
	case "indicators":
		return "series"
	case "merges":
		return "decisions"
	case "reextraction":
		return "rules"
	case "about", "settings", "tools":
		return tagServer
	}
	return first
}

// apiSecurity are the ways to say who asks.
func apiSecurity() map[string]any {
	return map[string]any{
		"token":   map[string]any{"type": "http", "scheme": "bearer", "description": "Token of an account."},
		"session": map[string]any{"type": "apiKey", "in": "cookie", "name": sessionCookie, "description": "Session of a browser that signed in."},
	}
}

// apiProblems are the errors that are described.
func apiProblems() []openapi.Problem {
	like := func(status int, code, detail string) api.Problem { return api.NewProblem(status, code, detail) }
	unknown := like(http.StatusBadRequest, api.Invalid, `parameter "yaer" is not known; known are org, year, kind, text, limit, offset`)
	unknown.Field = "yaer"
	return []openapi.Problem{
		{Status: 400, Name: "Invalid", About: "The request cannot be carried out as it is worded; field says what is wrong.", Example: unknown},
		{Status: 401, Name: "SignIn", About: "The server has accounts, and nobody signed in.", Example: like(401, api.SignIn, errSignIn.Error())},
		{Status: 403, Name: "Forbidden", About: "Who asks may not do this.", Example: like(403, api.ReaderOnly, errReader.Error())},
		{Status: 404, Name: "NotFound", About: "There is nothing of that id.", Example: like(404, api.NotFound, "")},
		{Status: 405, Name: "NotAllowed", About: "The server was not given what this changes, or takes no such method here.", Example: like(405, api.NotAllowed, "")},
		{Status: 409, Name: "Conflict", About: "It was decided or changed before.", Example: like(409, api.Decided, "")},
		{Status: 413, Name: "TooLarge", About: "What was sent is too large.", Example: like(413, api.TooLarge, "")},
		{Status: 415, Name: "NotJSON", About: "What was sent is of another media type.", Example: like(415, api.NotSupported, "want Content-Type application/json")},
		{Status: 500, Name: "Internal", About: "The program's own fault; its log says more.", Example: like(500, api.Internal, "")},
	}
}
