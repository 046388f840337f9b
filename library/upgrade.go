package library

import (
	"errors"
	"fmt"
)

// formatVersion is the format of the folder as this program writes it:
//
//	1  originals, reports, decisions, index
//	2  cards; versions of one report and removed ones are not in the index
const formatVersion = 2

// errUnready is the error of a library that has to be opened for writing before
// it can be read: its format is older, or a crash left the index behind what was
// stored and decided.
var errUnready = errors.New("the library has to be put right first")

// upgrades are the steps from each format to the next: the first makes 2 of 1.
// A step that was broken off is done again.
func upgrades() []func(*Library) error {
	return []func(*Library) error{addCards}
}

// addCards gives every report its card. What was given at import stands in the
// evidence of reports of that time.
func addCards(l *Library) error {
	ids, err := l.names(reportsDir, reportSuffix)
	if err != nil {
		return err
	}
	var cards []card
	for _, id := range ids {
		if r, err := l.read(id); err == nil { // the doctor names a damaged one
			r.Given = givenIn(r.Outline)
			cards = append(cards, cardOf(r))
		}
	}
	return l.writeCards(cards)
}

// upgrade brings the folder to the format of this program; a new one is made.
func (l *Library) upgrade() error {
	v, err := l.version()
	if err != nil {
		return err
	}
	if v == 0 {
		return l.create()
	}
	if err := l.makeFolders(); err != nil { // those that are derived may be gone
		return err
	}
	for _, step := range upgrades()[min(v, formatVersion)-1:] {
		if err := step(l); err != nil {
			return fmt.Errorf("upgrade library from format %d: %w", v, err)
		}
		v++
		if err := errors.Join(l.writeVersion(v), l.sync("")); err != nil {
			return err
		}
	}
	return nil
}
