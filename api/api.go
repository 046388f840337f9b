// Package api holds the words of the HTTP API, which package web writes and
// package client reads: addresses, lists, problems, and the events of work that
// takes long. Everything else that goes over the wire is a type of the package
// it belongs to.
package api

import (
	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// Root is where the API begins.
const Root = "/api/v1"

// The addresses that several know.
const (
	Health       = "/healthz"
	Import       = Root + "/import"
	ImportStream = Root + "/import/stream"
	Reextract    = Root + "/reextract"
	Rebuild      = Root + "/rebuild"
	Backup       = Root + "/backup"
)

// Stream is the media type of an answer that is one Event a line.
const Stream = "application/x-ndjson"

// List is one page of a list.
type List[T any] struct {
	Items []T         `json:"items"`
	Total index.Total `json:"total"`
	Next  string      `json:"next,omitempty"` // address of the next page; empty: this is the last
}

// Event is a line of the answer to work that takes long; one of its fields is
// set. The last line is a Summary, an Effect, an End or a Problem.
type Event struct {
	Waiting *service.Work           `json:"waiting,omitempty"` // what goes on before this
	Page    *PageRead               `json:"page,omitempty"`    // a page that takes long
	Done    *service.ImportProgress `json:"done,omitempty"`    // a file
	Step    *Step                   `json:"step,omitempty"`    // of work that is counted only
	Effect  *service.RuleEffect     `json:"effect,omitempty"`
	Summary *library.Summary        `json:"summary,omitempty"`
	End     bool                    `json:"end,omitempty"`
	Problem *Problem                `json:"problem,omitempty"`
}

// PageRead tells of a page within a document.
type PageRead struct {
	Name string `json:"name"`
	Done int    `json:"done"`
	Of   int    `json:"of"`
}

// Step tells how many of how many steps are done.
type Step struct {
	Done int `json:"done"`
	Of   int `json:"of"`
}

// Upload is the first part of a streamed import: what the files that follow are.
// A part "file" holds the bytes of one, a part "refused" a Refusal where the
// client could not read it; they come in the order of Paths.
type Upload struct {
	Paths []string `json:"paths"`
	Org   string   `json:"org,omitempty"`
	Kind  string   `json:"kind,omitempty"`
	Year  int      `json:"year,omitempty"`
}

// The parts of a streamed import.
const (
	UploadPart  = "upload"
	FilePart    = "file"
	RefusedPart = "refused"

	ManifestPart = "manifest" // of a backup
	ProblemPart  = "problem"
)

// Refusal is a report.Refusal on its way.
type Refusal struct {
	Code string `json:"code"`
	Why  string `json:"why"`
	Hint string `json:"hint"`
}

// Examined is what the doctor finds.
type Examined struct {
	Folder   string           `json:"folder"` // of the library, as the server calls it
	Problems []report.Problem `json:"problems"`
}
