package library

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"taizhang/decision"
	"taizhang/report"
)

// cardsFile holds a card of each stored report, one a line, in the order of
// import; of several of one report the last counts. It is derived from the
// reports but for that order.
const cardsFile = "cards.jsonl"

// card is what has to be known of every stored report at once: to tell versions
// of one report, and what is to be extracted again.
type card struct {
	ID          string       `json:"id"`
	Hash        string       `json:"hash"`
	Name        string       `json:"name"`
	Format      string       `json:"format"`
	Fingerprint string       `json:"fingerprint"`
	Org         string       `json:"org,omitempty"`
	Reviewed    int          `json:"reviewed,omitempty"`
	Planned     int          `json:"planned,omitempty"`
	Facts       int          `json:"facts"`
	Doubtful    int          `json:"doubtful,omitempty"` // pages that are not good
	Given       report.Given `json:"given,omitzero"`     // at import
	Extracted   report.Given `json:"extracted,omitzero"` // by what, decisions included
	Sketch      sketch       `json:"sketch"`
}

func cardOf(r *report.Report) card {
	c := card{ID: r.ID, Hash: r.Hash, Name: r.Name, Format: r.Format, Fingerprint: r.Fingerprint,
		Org: r.Outline.Org, Reviewed: r.Outline.Reviewed, Planned: r.Outline.Planned, Facts: len(r.Facts), Given: r.Given, Extracted: r.Given, Sketch: sketchOf(r.Text.Body)}
	for _, p := range r.Text.Pages {
		if p.Quality != "" && p.Quality != report.Good {
			c.Doubtful++
		}
	}
	return c
}

// corrected returns the card as people decided.
func (c card) corrected(a *decision.Applied) card {
	o := a.Outline(c.Hash, report.Outline{Org: c.Org, Reviewed: c.Reviewed, Planned: c.Planned})
	c.Org, c.Reviewed, c.Planned = o.Org, o.Reviewed, o.Planned
	return c
}

// year returns the year the report is filed under, as Report.Year does.
func (c *card) year() int { return cmp.Or(c.Reviewed, c.Planned) }

// appendCards writes cards down for good.
func (f folder) appendCards(cards []card) error {
	lines, err := cardLines(cards)
	if err == nil {
		err = f.appendTo(cardsFile, lines)
	}
	if err != nil {
		return fmt.Errorf("write cards: %w", err)
	}
	return nil
}

func cardLines(cards []card) ([]byte, error) {
	var lines bytes.Buffer
	for _, c := range cards {
		line, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		lines.Write(append(line, '\n'))
	}
	return lines.Bytes(), nil
}

// readCards reads the cards in the order of import. whole is false where the
// file should be written again: lines are damaged or outdated.
func (f folder) readCards() (cards []card, whole bool, err error) {
	data, err := os.ReadFile(f.path(cardsFile))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, false, fmt.Errorf("read cards: %w", err)
	}
	all := parsedCards(data)
	at := make(map[string]int, len(all))
	whole = true
	for _, c := range all {
		i, again := at[c.ID]
		switch {
		case !isID(c.ID):
			whole = false
		case again:
			cards[i], whole = c, false
		default:
			at[c.ID] = len(cards)
			cards = append(cards, c)
		}
	}
	return cards, whole, nil
}

// parsedCards returns the cards of lines, several processors at work; that of a
// damaged line has no id.
func parsedCards(data []byte) []card {
	lines := slices.Collect(bytes.Lines(data))
	out := make([]card, len(lines))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < len(lines); i = int(next.Add(1) - 1) {
				if line := lines[i]; line[len(line)-1] != '\n' || json.Unmarshal(line, &out[i]) != nil {
					out[i] = card{}
				}
			}
		})
	}
	workers.Wait()
	return out
}

// completeCards returns a card of every stored report, in the order of import,
// and makes the file agree: cards of reports that are gone go, reports without
// get one.
func (l *Library) completeCards(ids []string) ([]card, error) {
	cards, whole, err := l.readCards()
	if err != nil {
		return nil, err
	}
	stored := map[string]bool{}
	for _, id := range ids {
		stored[id] = true
	}
	n := len(cards)
	cards = slices.DeleteFunc(cards, func(c card) bool { return !stored[c.ID] })
	whole = whole && len(cards) == n
	for _, c := range cards {
		delete(stored, c.ID)
	}
	var missing []card
	for _, id := range ids {
		if !stored[id] {
			continue
		}
		if r, err := l.read(id); err == nil { // the doctor names a damaged one
			missing = append(missing, cardOf(r))
		}
	}
	cards = append(cards, missing...)
	switch {
	case !whole:
		return cards, l.writeCards(cards)
	case len(missing) > 0:
		return cards, l.appendCards(missing)
	}
	return cards, nil
}

// writeCards writes the file again.
func (f folder) writeCards(cards []card) error {
	lines, err := cardLines(cards)
	if err != nil {
		return fmt.Errorf("write cards: %w", err)
	}
	return errors.Join(f.write(f.path(cardsFile), lines), f.sync(""))
}
