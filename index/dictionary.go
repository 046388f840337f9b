package index

import (
	"encoding/binary"
	"sync"
)

// dictionary numbers the strings of facts: indicators, subjects, rules, units.
// 0 is the empty string. It lies in a file of its own that is only added to.
type dictionary struct {
	mutex  sync.RWMutex
	file   *mapped
	all    []string          // by number
	folded []string          // comparable forms, as far as they were asked for
	ids    map[string]uint32 // made when the first string is added
	fresh  []byte            // numbered, but not in the file yet
}

// openDictionary reads a dictionary. A damaged one makes the index outdated.
func openDictionary(file *mapped) (*dictionary, error) {
	d := &dictionary{file: file, all: []string{""}}
	var data []byte
	if len(file.parts) > 0 {
		data = file.parts[0]
	}
	for len(data) > 0 {
		length, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < length {
			return nil, ErrOutdated
		}
		d.all = append(d.all, string(data[n:n+int(length)]))
		data = data[n+int(length):]
	}
	return d, nil
}

// id returns the number of a string, a new one if need be.
func (d *dictionary) id(s string) uint32 {
	if s == "" {
		return 0
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.ids == nil {
		d.ids = make(map[string]uint32, len(d.all))
		for i, s := range d.all {
			d.ids[s] = uint32(i)
		}
	}
	id, ok := d.ids[s]
	if !ok {
		id = uint32(len(d.all))
		d.all = append(d.all, s)
		d.ids[s] = id
		d.fresh = append(binary.AppendUvarint(d.fresh, uint64(len(s))), s...)
	}
	return id
}

// save writes what is new. What could not be written is tried again.
func (d *dictionary) save() error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if len(d.fresh) == 0 {
		return nil
	}
	if _, _, err := d.file.add(d.fresh); err != nil {
		return err
	}
	d.fresh = nil
	return nil
}

// text returns the string of that number.
func (d *dictionary) text(id uint32) string {
	d.mutex.RLock()
	defer d.mutex.RUnlock()
	if int(id) >= len(d.all) {
		return ""
	}
	return d.all[id]
}

// size is how many strings there are.
func (d *dictionary) size() int {
	d.mutex.RLock()
	defer d.mutex.RUnlock()
	return len(d.all)
}

// plain returns the comparable forms of all strings.
func (d *dictionary) plain() []string {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for _, s := range d.all[len(d.folded):] {
		d.folded = append(d.folded, foldString(s))
	}
	return d.folded
}

// ids is a set of numbers of a dictionary.
type ids []bool

func (s ids) has(id uint32) bool { return int(id) < len(s) && s[id] }

// matching returns the strings whose comparable form is as is says; nil if
// there are none.
func (d *dictionary) matching(is func(folded string) bool) ids { return choose(d.plain(), is) }

// exactly returns the strings that are, as they stand, as is says.
func (d *dictionary) exactly(is func(text string) bool) ids {
	d.mutex.RLock()
	all := d.all
	d.mutex.RUnlock()
	return choose(all, is)
}

func choose(all []string, is func(string) bool) ids {
	var out ids
	for i, s := range all {
		if i > 0 && is(s) {
			if out == nil {
				out = make(ids, len(all))
			}
			out[i] = true
		}
	}
	return out
}
