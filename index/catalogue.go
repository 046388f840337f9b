package index

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
)

// listed is a report that readers may see.
type listed struct {
	Entry
	number    int32  // of its id
	names     string // of the organisation, full and short, folded
	bundle    *bundle
	block     block
	signature signature // of the block, at hand: it is asked of many reports
}

// orders are the reports that may be seen by year and id, older ones first and
// newer ones first; those without a year come last in both. The lists are shared
// and must not be changed.
type orders struct{ rising, falling []*listed }

// catalogue holds the blocks of all reports, and knows which of them readers
// may see.
type catalogue struct {
	strings  *dictionary
	blocks   *mapped
	register *register

	mutex   sync.RWMutex
	byID    map[string]*listed
	bundles map[string]*bundle // by id
	emptied []string           // ids of bundles that may count no more
	numbers map[string]int32   // of ids, also of those that are not listed
	names   map[string]string  // of organisations to their folded form
	sorted  orders             // empty: to be made
}

// openCatalogue opens the catalogue in dir, and makes an empty one if there is
// none and it may be written.
func openCatalogue(dir string, readOnly bool) (*catalogue, error) {
	s := &catalogue{byID: map[string]*listed{}, bundles: map[string]*bundle{}, numbers: map[string]int32{}, names: map[string]string{}}
	if err := s.open(dir, readOnly); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *catalogue) open(dir string, readOnly bool) error {
	r, changes, err := openRegister(filepath.Join(dir, "register.jsonl"), readOnly)
	if err != nil {
		return err
	}
	s.register = r
	var last change
	if len(changes) > 0 {
		last = changes[len(changes)-1]
	}
	if s.blocks, err = openMapped(filepath.Join(dir, "blocks"), last.Blocks, readOnly); err != nil {
		return err
	}
	file, err := openMapped(filepath.Join(dir, "strings"), last.Strings, readOnly)
	if err != nil {
		return err
	}
	s.strings = &dictionary{file: file}
	if s.strings, err = openDictionary(file); err != nil {
		return errors.Join(err, file.close())
	}
	return s.replay(changes, last.Blocks)
}

// replay goes through the changes so far; size is that of the file of blocks.
func (s *catalogue) replay(changes []change, size int64) error {
	var all block
	if len(s.blocks.parts) > 0 {
		all = block(s.blocks.parts[0])
	}
	for _, c := range changes {
		s.unlist(c.Removed)
		if !c.countsAll() {
			return fmt.Errorf("%w (a line of the register is damaged)", ErrOutdated)
		}
		for _, a := range c.Added {
			if a.At < 0 || a.Length < 0 || a.At > size-a.Length {
				return fmt.Errorf("%w (report %s lies outside its file)", ErrOutdated, a.Entry.ID)
			}
			b := all[a.At : a.At+a.Length]
			if !b.isWhole() || b.facts() != a.Entry.Facts {
				return fmt.Errorf("%w (the block of report %s is damaged)", ErrOutdated, a.Entry.ID)
			}
		}
		s.listAll(c, all, 0)
	}
	s.takeEmptied()
	return nil
}

// listAll makes the reports of a change visible, bundle by bundle. Their blocks
// lie in all, which begins at that place of the file.
func (s *catalogue) listAll(c change, all block, start int64) {
	added := c.Added
	for _, n := range c.Bundles {
		var ids []string
		for _, a := range added[:n] {
			ids = append(ids, a.Entry.ID)
		}
		in := s.bundleOf(ids)
		for _, a := range added[:n] {
			s.list(a.Entry, in, all[a.At-start:a.At-start+a.Length])
		}
		added = added[n:]
	}
}

func (s *catalogue) list(e Entry, in *bundle, b block) {
	names := e.Org + "\n" + e.Short
	folded, ok := s.names[names]
	if !ok {
		folded = foldString(names)
		s.names[names] = folded
	}
	s.unlist(e.ID)
	in.live++
	s.byID[e.ID] = &listed{e, s.numberOf(e.ID), folded, in, b, b.signature()}
}

// number returns the number of a report's id, a new one if need be.
func (s *catalogue) number(id string) int32 {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.numberOf(id)
}

// numberOf is number for those who hold the mutex.
func (s *catalogue) numberOf(id string) int32 {
	n, ok := s.numbers[id]
	if !ok {
		n = int32(len(s.numbers))
		s.numbers[id] = n
	}
	return n
}

// most is above all numbers of ids.
func (s *catalogue) most() int {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	return len(s.numbers)
}

// add makes reports visible, all or none.
func (s *catalogue) add(bundles [][]Prepared) error {
	size := 0
	for _, p := range slices.Concat(bundles...) {
		size += p.draft.most()
	}
	data, c := make([]byte, 0, size), change{}
	for _, together := range bundles {
		c.Bundles = append(c.Bundles, len(together))
		for _, p := range together {
			at := s.blocks.size + int64(len(data))
			data = p.draft.appendBlock(data, s.strings)
			c.Added = append(c.Added, added{p.entry, at, s.blocks.size + int64(len(data)) - at})
		}
	}
	if err := s.strings.save(); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	start, held, err := s.blocks.add(data)
	if err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	c.Blocks, c.Strings = s.blocks.size, s.strings.file.size
	if err := s.register.add(c); err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.listAll(c, held, start)
	s.sorted = orders{}
	return nil
}

// remove makes a report invisible. Its block stays in the file until the index
// is made again.
func (s *catalogue) remove(id string) error {
	c := change{Blocks: s.blocks.size, Strings: s.strings.file.size, Removed: id}
	if err := s.register.add(c); err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.unlist(id)
	s.sorted = orders{}
	return nil
}

// get returns a report that may be seen, or nil.
func (s *catalogue) get(id string) *listed {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	return s.byID[id]
}

// all returns the reports that may be seen, as orders has them first.
func (s *catalogue) all() []*listed { return s.orders().rising }

// orders returns the reports that may be seen.
func (s *catalogue) orders() orders {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.sorted.rising == nil {
		for _, r := range s.byID {
			s.sorted.rising = append(s.sorted.rising, r)
		}
		s.sorted.falling = slices.Clone(s.sorted.rising)
		slices.SortFunc(s.sorted.rising, func(a, b *listed) int { return byYear(1, a, b) })
		slices.SortFunc(s.sorted.falling, func(a, b *listed) int { return byYear(-1, a, b) })
	}
	return s.sorted
}

// byYear orders reports by year, rising or falling, then by id; those without
// a year come last.
func byYear(direction int, a, b *listed) int {
	if (a.Year == 0) != (b.Year == 0) {
		return cmp.Compare(b.Year, a.Year)
	}
	return cmp.Or(direction*cmp.Compare(a.Year, b.Year), cmp.Compare(a.ID, b.ID))
}

func (s *catalogue) close() error {
	var errs []error
	if s.register != nil {
		errs = append(errs, s.register.close())
	}
	if s.blocks != nil {
		errs = append(errs, s.blocks.close())
	}
	if s.strings != nil {
		errs = append(errs, s.strings.file.close())
	}
	return errors.Join(errs...)
}
