// Package library keeps reports in one folder on disk:
//
//	version                what program can read it; see upgrade.go
//	originals/HASH         the documents as they came, by content
//	reports/ID.json.zst    what was extracted of each
//	decisions.jsonl        what people decided, one a line, only ever added to
//	cards.jsonl            what has to be known of all reports at once, in the order of import
//	taizhang.yaml          settings of this library, if there are any
//	index/GENERATION/      derived, made again from reports/ at any time
//	index/GENERATION/words what own words it was cut by; absent: none
//	index/GENERATION/decisions  how many decisions it follows
//	index/current          the name of the generation in use
//	ocr/HASH.json.zst      derived: what OCR read of an original, so that it is not read twice
//	pending                reports that are being replaced; mostly absent
//	tmp/                   files being written
//	lock                   held by whoever has the library open
//
// reports/ and decisions.jsonl are the truth. A file is written beside, synced
// and renamed, then indexed: a reader sees a report whole or not at all, and
// what a crash leaves half done is put right when the library is opened for
// writing again. What is in the index is to be seen: what is stored, was not
// removed, and of several versions of a report the one that counts, each as
// people corrected it.
package library
