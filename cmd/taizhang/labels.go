package main

import (
	"strconv"

	"taizhang/export"
)

// lang is the language of labels in tables.
func (a *app) lang() export.Lang { return export.Lang(a.settings.GetString("lang")) }

func labels(l export.Lang, words ...string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = l.Label(w)
	}
	return out
}

// number prints a number that is 0 where there is none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
