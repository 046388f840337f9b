// Package index finds sentences and facts in a library of reports: mapping,
// query language, search, highlights. It is derived from the stored reports
// and can be made again from them at any time.
//
// A generation is one folder with two Bleve indexes side by side: one document
// a report (words with frequencies, pairs of characters without) and one a
// fact (keywords and order-preserving numbers, no analysed text). Neither
// keeps positions: Bleve proposes candidates, the stored text decides, so that
// whatever stands in a report is found and nothing else is.
//
// Words and pairs are cut here and handed to Bleve ready; no Bleve analyzer
// and no registry is involved.
package index
