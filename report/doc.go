// Package report holds the words of the domain: what a document is read into,
// what is found in it, and what is printed of it. Every stage of the pipeline
// takes and returns these types; none of them knows where it came from.
//
// "Report" always means an annual report of an office, never program output.
package report
