// Package generate makes the yearly reports of invented offices together with
// the truth about them: which promise became what, and in which sentence; which
// past value was restated, which growth contradicts its levels, which sentence
// was copied from an earlier year. Tests and measures of the ledger, the index
// and the import run on it.
//
// The same options give the same bytes. The words are in data/, one file a kind
// of office, beside common.txt for all of them; the code draws and counts.
package generate
