// Package library keeps reports in one folder on disk:
//
//	version                what program can read it
//	originals/HASH         the documents as they came, by content
//	reports/ID.json.zst    what was extracted of each
//	decisions.jsonl        what people decided, one a line, only ever added to
//	index/GENERATION/      derived, made again from reports/ at any time
//	index/GENERATION/words what own words it was cut by; absent: none
//	index/current          the name of the generation in use
//	tmp/                   files being written
//	lock                   held by whoever has the library open
//
// reports/ is the truth. A file is written beside, synced and renamed, then
// indexed: a reader sees a report whole or not at all, and what a crash leaves
// half done is put right when the library is opened for writing again.
package library
