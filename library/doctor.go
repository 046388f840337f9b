package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// rightedByImport is what to do about an index that does not agree.
const rightedByImport = "the next taizhang import puts it right"

// Doctor compares originals, stored reports, decisions and index, and says what
// does not agree. It reads every file.
func (l *Library) Doctor() ([]report.Problem, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	l.mutex.RLock()
	defer l.mutex.RUnlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	ids, err := l.names(reportsDir, reportSuffix)
	if err != nil {
		return nil, err
	}
	originals, err := l.names(originalsDir, "")
	if err != nil {
		return nil, err
	}
	x := examination{library: l, lone: map[string]bool{}, visible: map[string]bool{}}
	for _, hash := range originals {
		x.lone[hash] = true
	}
	for _, id := range ids {
		x.report(id)
	}
	for _, hash := range originals {
		if x.lone[hash] {
			x.add("original_alone", l.original(hash), "the document was stored, but no report of it", "import it again")
		}
	}
	torn, err := l.examineDecisions()
	if err != nil {
		return nil, err
	}
	more, err := l.examineIndex(x.visible, x.facts)
	return slices.Concat(x.found, torn, more), err
}

// examination is a doctor's round of the stored reports.
type examination struct {
	library *Library
	lone    map[string]bool // hashes of originals whose report was not met
	visible map[string]bool // ids of reports that are to be in the index
	facts   int             // of those
	found   []report.Problem
}

func (x *examination) add(code, file, message, hint string) {
	x.found = append(x.found, report.Problem{Code: code, File: file, Message: message, Hint: hint})
}

// report looks at one report, its original, its place in the index, and the
// decisions about it.
func (x *examination) report(id string) {
	l := x.library
	r, err := l.read(id)
	if err != nil {
		x.visible[id] = true
		x.add("report_damaged", l.report(id), err.Error(), "import the document again")
		return
	}
	delete(x.lone, r.Hash)
	x.original(r)
	if l.catalogue.cards[id] == nil {
		x.add("card_missing", l.report(id), "the report is not in the library's catalogue", rightedByImport)
		return
	}
	if !l.catalogue.visible(id) {
		return
	}
	x.visible[id] = true
	corrected := l.applied.Load().Report(r)
	x.facts += len(corrected.Facts)
	if e, ok := l.index.Entry(id); !ok || e.Hash != r.Hash || e.Facts != len(corrected.Facts) ||
		e.Org != corrected.Outline.Org || e.Year != corrected.Year() {
		x.add("index_behind", l.report(id), "the index does not hold this report as it is stored and corrected",
			rightedByImport)
	}
	for _, o := range decision.Orphans(r, l.applied.Load().About(r.Hash)) {
		x.add("decision_orphaned", l.path(decisionsFile), fmt.Sprintf("decision %s (%s, by %s) about %s: %s",
			o.Decision.ID, o.Decision.Kind, o.Decision.Who, r.Name, o.Why), "taizhang decide orphans offers a new place")
	}
}

func (x *examination) original(r *report.Report) {
	l := x.library
	hash, err := hashOfFile(l.original(r.Hash))
	switch {
	case errors.Is(err, os.ErrNotExist):
		x.add("original_missing", l.original(r.Hash), "the original of "+r.Name+" is gone", "import the document again")
	case err != nil:
		x.add("original_unreadable", l.original(r.Hash), err.Error(), "check the disk and the permissions")
	case hash != r.Hash:
		x.add("original_changed", l.original(r.Hash), "the original of "+r.Name+" is not what was imported",
			"import the document again")
	}
}

// examineIndex looks for what only the index knows of.
func (l *Library) examineIndex(visible map[string]bool, facts int) ([]report.Problem, error) {
	var found []report.Problem
	for _, e := range l.index.Entries() {
		if !visible[e.ID] {
			found = append(found, report.Problem{Code: "report_missing", File: l.report(e.ID),
				Message: "the index knows a report that is not stored, or not to be seen: " + e.Name,
				Hint:    rightedByImport})
		}
	}
	reports, indexed := l.index.Counts()
	if len(found) == 0 && (reports != len(visible) || indexed != facts) {
		found = append(found, report.Problem{Code: "index_counts", File: l.path(indexDir),
			Message: fmt.Sprintf("the index holds %d reports and %d facts, to be seen are %d and %d",
				reports, indexed, len(visible), facts), Hint: rightedByImport})
	}
	whole, err := l.index.IsWhole()
	if err == nil && !whole {
		found = append(found, report.Problem{Code: "index_counts", File: l.path(indexDir),
			Message: "not every report of the index can be found by its words", Hint: rightedByImport})
	}
	return found, err
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
