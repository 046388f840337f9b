package web

import "strconv"

// sentenceAnchor is where the page of a report has the sentence that begins at
// a byte of the body.
func sentenceAnchor(start int) string { return "s" + strconv.Itoa(start) }

// factAnchor is where the page of a report has a fact.
func factAnchor(id string) string { return "f-" + id }
