// Package measure holds the measures of the whole, all of them tests: recall
// against a plain search, import beside recollindex, a large library, readers
// during an import, the ledger of many offices. Each has a small size for every
// day; TAIZHANG_LONG=1 takes the full one (make long), whose figures stand in
// docs/benchmarks.md.
package measure
