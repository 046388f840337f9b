// Package index finds sentences and facts in a library of reports: mapping,
// query language, search, facets, highlights. It is derived from the stored reports
// and can be made again from them at any time.
//
// A generation is one folder:
//
//	texts/          Bleve: of every bundle of reports their words, those of their
//	                headings, and the pairs of characters of all that can be
//	                searched for
//	blocks          of each report the folded text, the places of sentences and
//	                words, a row for every fact, and a signature that spares
//	                looking through most texts; mapped into memory
//	strings         the indicators, subjects, rules and units of the rows
//	register.jsonl  which reports are there; a line for every change
//
// Bleve proposes bundles of reports, their blocks decide, so that whatever stands
// in a report is found and nothing else is. Conditions about facts are decided by
// rows alone; the stored report is read only for what is shown. What an Add
// brings becomes visible with one line of the register.
//
// Words and pairs are cut here and handed to Bleve ready; no Bleve analyzer
// and no registry is involved.
package index
