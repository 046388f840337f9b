package service

import (
	"slices"
	"sync"

	"taizhang/index"
	"taizhang/series"
)

// mostSeries bounds how many indicators are kept.
const mostSeries = 200

// seriesByOffice keeps the values of the indicators that were asked for.
type seriesByOffice struct {
	mutex sync.Mutex
	kept  map[string]*byOffice[[]series.Point] // by the indicator's name
}

func (k *seriesByOffice) of(name string) *byOffice[[]series.Point] {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if kept := k.kept[name]; kept != nil {
		return kept
	}
	return new(byOffice[[]series.Point])
}

// keep keeps the values of an indicator; another one, whichever, makes room.
func (k *seriesByOffice) keep(name string, of *byOffice[[]series.Point]) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.kept == nil {
		k.kept = map[string]*byOffice[[]series.Point]{}
	}
	if k.kept[name] == nil && len(k.kept) >= mostSeries {
		for other := range k.kept {
			delete(k.kept, other)
			break
		}
	}
	k.kept[name] = of
}

// points returns all values of an indicator, by office, year and modality.
func (s *Service) points(name string) ([]series.Point, error) {
	w, err := s.officeWork()
	if err != nil {
		return nil, err
	}
	notes, err := s.notes()
	if err != nil {
		return nil, err
	}
	w.leaveOut(notes, name)
	kept := s.valued.of(name)
	offices, err := kept.all(s.life, w, "", func(office string) ([]series.Point, error) {
		reports, _, err := s.reportsOf(w, office)
		return series.Points(reports, name), err
	})
	var out []series.Point
	for _, points := range offices {
		out = append(out, points...)
	}
	if len(out) > 0 { // else any word could be asked for, and kept
		s.valued.keep(name, kept)
	}
	return out, err
}

// leaveOut leaves out the reports that do not say a name.
func (w officeWork) leaveOut(notes []officeNotes, name string) {
	silent := map[string]bool{}
	for _, n := range notes {
		for id, said := range n.names {
			silent[id] = !said.may(name)
		}
	}
	for org, entries := range w.entries {
		w.entries[org] = slices.DeleteFunc(entries, func(e index.Entry) bool { return silent[e.ID] })
	}
}
