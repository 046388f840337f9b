package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"taizhang/report"
)

// rightedByImport is what to do about an index that does not agree.
const rightedByImport = "the next taizhang import puts it right"

// Doctor compares originals, stored reports and index, and says what does not
// agree. It reads every file.
func (l *Library) Doctor() ([]report.Problem, error) {
	l.mutex.RLock()
	defer l.mutex.RUnlock()
	ids, err := l.names(reportsDir, reportSuffix)
	if err != nil {
		return nil, err
	}
	originals, err := l.names(originalsDir, "")
	if err != nil {
		return nil, err
	}
	lone := map[string]bool{}
	for _, hash := range originals {
		lone[hash] = true
	}
	var found []report.Problem
	stored := map[string]bool{}
	facts := 0
	for _, id := range ids {
		stored[id] = true
		r, err := l.read(id)
		if err != nil {
			found = append(found, report.Problem{Code: "report_damaged", File: l.report(id),
				Message: err.Error(), Hint: "import the document again"})
			continue
		}
		facts += len(r.Facts)
		delete(lone, r.Hash)
		found = append(found, l.examine(r)...)
	}
	for _, hash := range originals {
		if lone[hash] {
			found = append(found, report.Problem{Code: "original_alone", File: l.original(hash),
				Message: "the document was stored, but no report of it", Hint: "import it again"})
		}
	}
	torn, err := l.examineDecisions()
	if err != nil {
		return nil, err
	}
	more, err := l.examineIndex(stored, facts)
	return slices.Concat(found, torn, more), err
}

// examine looks at one report and its original.
func (l *Library) examine(r *report.Report) []report.Problem {
	var found []report.Problem
	if e, ok := l.index.Entry(r.ID); !ok || e.Hash != r.Hash || e.Facts != len(r.Facts) {
		found = append(found, report.Problem{Code: "index_behind", File: l.report(r.ID),
			Message: "the index does not hold this report as it is stored", Hint: rightedByImport})
	}
	hash, err := hashOfFile(l.original(r.Hash))
	switch {
	case errors.Is(err, os.ErrNotExist):
		found = append(found, report.Problem{Code: "original_missing", File: l.original(r.Hash),
			Message: "the original of " + r.Name + " is gone", Hint: "import the document again"})
	case err != nil:
		found = append(found, report.Problem{Code: "original_unreadable", File: l.original(r.Hash),
			Message: err.Error(), Hint: "check the disk and the permissions"})
	case hash != r.Hash:
		found = append(found, report.Problem{Code: "original_changed", File: l.original(r.Hash),
			Message: "the original of " + r.Name + " is not what was imported",
			Hint:    "import the document again"})
	}
	return found
}

// examineIndex looks for what only the index knows of.
func (l *Library) examineIndex(stored map[string]bool, facts int) ([]report.Problem, error) {
	var found []report.Problem
	for _, e := range l.index.Entries() {
		if !stored[e.ID] {
			found = append(found, report.Problem{Code: "report_missing", File: l.report(e.ID),
				Message: "the index knows a report that is not stored: " + e.Name,
				Hint:    rightedByImport})
		}
	}
	reports, indexed, err := l.index.Counts()
	if err != nil {
		return nil, err
	}
	if len(found) == 0 && (int(reports) != len(stored) || int(indexed) != facts) {
		found = append(found, report.Problem{Code: "index_counts", File: l.path(indexDir),
			Message: fmt.Sprintf("the index holds %d reports and %d facts, stored are %d and %d",
				reports, indexed, len(stored), facts), Hint: rightedByImport})
	}
	return found, nil
}

func hashOfFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
