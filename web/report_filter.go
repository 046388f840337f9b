package web

import (
	"net/url"

	"taizhang/decision"
	"taizhang/report"
)

// factFilter says which facts of a report are shown; empty fields let all pass.
type factFilter struct {
	kind report.Kind
	mode report.Modality
}

func (f factFilter) wants(one *report.Fact) bool {
	return (f.kind == "" || one.Kind == f.kind) && (f.mode == "" || one.Modality == f.mode)
}

// of returns the facts that the filter lets pass.
func (f factFilter) of(all []report.Fact) []report.Fact {
	var out []report.Fact
	for i := range all {
		if f.wants(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

func (f factFilter) count(all []report.Fact) int { return len(f.of(all)) }

// kinds returns a chip for each kind there is among the facts of the modality.
func (f factFilter) kinds(all []report.Fact, u *url.URL) []chip {
	return chips(u, "kind", string(f.kind), decision.Kinds(), func(word string) int {
		return factFilter{report.Kind(word), f.mode}.count(all)
	})
}

// modes returns a chip for each modality there is among the facts of the kind.
func (f factFilter) modes(all []report.Fact, u *url.URL) []chip {
	return chips(u, "modality", string(f.mode), decision.Modalities(), func(word string) int {
		return factFilter{f.kind, report.Modality(word)}.count(all)
	})
}

// chips returns links that filter by one of some words, all of them first;
// words that leave nothing are left out, but for the one chosen.
func chips(u *url.URL, param, chosen string, words []string, count func(word string) int) []chip {
	var out []chip
	for _, word := range append([]string{""}, words...) {
		c := chip{Word: word, Count: count(word), Current: word == chosen}
		if c.Count == 0 && !c.Current && word != "" {
			continue
		}
		q := u.Query()
		q.Del("at")
		q.Del("part")
		q.Del("offset")
		q.Set(param, word)
		if word == "" {
			q.Del(param)
		}
		c.URL = "?" + q.Encode()
		out = append(out, c)
	}
	return out
}
