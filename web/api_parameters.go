package web

import (
	"slices"
	"strings"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
	"taizhang/web/openapi"
)

// apiParameter returns the description of a parameter by the name it has in
// endpoint.takes. Where the same name means different things, a word and a dot
// stand before it: promise.kind is the parameter kind.
func apiParameter(name string) openapi.Parameter {
	name, required := strings.CutSuffix(name, "!")
	p := apiParameters()[name]
	p.In, p.Required = "query", required
	p.Name = name[strings.LastIndexByte(name, '.')+1:]
	return p
}

type parameterTable = map[string]openapi.Parameter

// apiParameters are the parameters of addresses.
func apiParameters() parameterTable {
	out := parameterTable{}
	for _, part := range []parameterTable{pagingParameters(), reportParameters(), searchParameters(), ledgerParameters(), otherParameters()} {
		for name, p := range part {
			out[name] = p
		}
	}
	return out
}

func pagingParameters() parameterTable {
	one, most := 1, largestLimit
	return parameterTable{
		"limit": {About: "How many at most; all for everything.", Schema: openapi.Schema{Default: defaultLimit,
			AnyOf: []*openapi.Schema{{Type: "integer", Minimum: &one, Maximum: &most}, {Type: "string", Enum: []any{everything}}}}},
		"offset":          ofNumber("How many to pass over. The address of the next page is in next.", nil),
		"suggested.limit": ofNumber("How many names at most, 20 where nothing is said.", nil),
		"sort":            ofChoice("In which order.", index.Sorts()...),
	}
}

func reportParameters() parameterTable {
	return parameterTable{
		"org":         ofText("Offices whose name contains this.", "教育局"),
		"orgs.org":    ofTexts("Names of offices, whole. All where none is given."),
		"year":        ofNumber("Year: of reports the one they review, of promises the one they are for.", 2023),
		"kind":        ofText("Kind of document.", report.KindSummaryPlan),
		"text":        ofText("Name of the file or title contains this.", "工作总结"),
		"with":        ofText("Id of the other report.", nil),
		"fact.kind":   ofChoice("Kind of fact.", decision.Kinds()...),
		"modality":    ofChoice("Done, expected, planned or going on.", decision.Modalities()...),
		"start":       ofNumber("Byte of the text from which on.", nil),
		"end":         ofNumber("Byte of the text before which; 0: to its end.", nil),
		"page":        ofNumber("Number of the page in the file; 0: all.", nil),
		"changed":     ofFlag("Only lines that repair changed."),
		"from.report": ofText("Id of the report that makes or answers them.", nil),
	}
}

func searchParameters() parameterTable {
	return parameterTable{
		"query":      ofText("What is looked for, in query language; empty: everything.", "就业 year:2023"),
		"exact":      ofFlag("The words as they stand, without other words for the same."),
		"pinyin":     ofFlag("The query is pinyin."),
		"facets":     ofNumber("Count what is found by at most that many values of each field; 0: do not count.", nil),
		"typed.text": ofText("What is typed.", "固定"),
	}
}

func ledgerParameters() parameterTable {
	return parameterTable{
		"status":       ofChoices("What became of them.", service.Statuses()),
		"light":        ofChoices("Lights.", service.Lights()),
		"review":       ofChoices("Whether a person has looked at them.", service.ReviewStates()),
		"promise.kind": ofChoice("With a number, or in words alone.", textsOf(service.PromiseKinds())...),
		"owner":        ofText("Responsible office contains this.", nil),
		"ledger.text":  ofText("Words of the promise or its sentence contain this.", nil),
		"order.sort":   ofChoice("In which order.", textsOf(service.LedgerOrders())...),
		"today": {About: "Day as of which; the clock's where none is given.", Schema: openapi.Schema{Type: "string", Format: "date"},
			Example: "2024-03-01"},
		"words": ofText("Words that the sentences hold, with blanks between. None are listed without words.", "新增 学位"),
	}
}

func otherParameters() parameterTable {
	return parameterTable{
		"failed":         ofFlag("Only those that do not come out even."),
		"name.kind":      ofText("Kind of name: office, project or institution.", nil),
		"indicator":      ofText("Name of the indicator.", "固定资产投资"),
		"indicator.text": ofText("Name contains this.", "投资"),
		"rule.text":      ofText("Title, id, topic or a pattern contains this.", "投资"),
		"sentence.text":  ofText("The text, at most 2000 bytes.", "全年新增学位1200个。"),
		"plan":           ofFlag("It stands in the part of the plan."),
		"reviewed.year":  ofNumber("Year under review; last year where none is given.", 2023),
		"alike.words":    ofText("Words that the promises hold, with blanks between.", "学位"),
		"merged.field":   ofChoice("Whose names.", report.FieldIndicator, report.FieldOrg),
		"former":         ofText("Which former text is wanted; empty: the present one.", nil),
		"override.id":    ofText("Id of the rule.", "education/level"),
		"rule":           ofText("Id of a rule of which to say, too, why it does not match.", nil),
	}
}

func ofText(about string, example any) openapi.Parameter {
	return openapi.Parameter{About: about, Schema: openapi.Schema{Type: "string"}, Example: example}
}

func ofNumber(about string, example any) openapi.Parameter {
	zero := 0
	return openapi.Parameter{About: about, Schema: openapi.Schema{Type: "integer", Minimum: &zero}, Example: example}
}

func ofFlag(about string) openapi.Parameter {
	return openapi.Parameter{About: about, Schema: openapi.Schema{Type: "boolean", Default: false}}
}

func ofChoice(about string, of ...string) openapi.Parameter {
	p := openapi.Parameter{About: about, Schema: openapi.Schema{Type: "string"}}
	for _, one := range of {
		p.Schema.Enum = append(p.Schema.Enum, one)
	}
	return p
}

func ofTexts(about string) openapi.Parameter {
	return openapi.Parameter{About: about + " Several: given several times, or with commas between.",
		Schema: openapi.Schema{Type: "array", Items: &openapi.Schema{Type: "string"}}}
}

// ofChoices is a list of some words.
func ofChoices[W ~string](about string, of []W) openapi.Parameter {
	p := ofTexts(about)
	p.About += " One of: " + listOf(of) + "."
	return p
}

func textsOf[W ~string](all []W) []string { return namesOf("", all)[1:] }

// pathParameter returns the description of a part of a path.
func pathParameter(name string) openapi.Parameter {
	about := map[string]string{
		"id":     "Id of the report, promise or decision: the same for the same document and words, however often they are imported.",
		"fact":   "Id of the fact.",
		"number": "Number of the page in the file, from 1.",
		"hash":   "Hash of the document's bytes.",
		"name":   "Name under which it is kept.",
		"folder": "Number of a folder of own rules, from 1.",
		"file":   "Name of a rule file in it.",
		"case":   "Name of a use case.",
	}
	p := ofText(about[name], nil)
	if name == "number" {
		one := 1
		p.Schema = openapi.Schema{Type: "integer", Minimum: &one}
	}
	p.Name, p.In = name, "path"
	return p
}

// pathParameters returns those of a pattern, in order.
func pathParameters(pattern string) []openapi.Parameter {
	var out []openapi.Parameter
	for _, part := range strings.Split(pattern, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			out = append(out, pathParameter(strings.TrimSuffix(name, "}")))
		}
	}
	return slices.Clip(out)
}
