package service

import "sync"

// pageWatch hands what the readers say of pages that take long to the import
// that goes on.
type pageWatch struct {
	mutex     sync.Mutex
	now       func(name string, done, of int)
	otherwise func(name string, done, of int) // where no import wants to know
}

// read is told of a page.
func (w *pageWatch) read(name string, done, of int) {
	w.mutex.Lock()
	to := w.now
	w.mutex.Unlock()
	if to == nil {
		to = w.otherwise
	}
	if to != nil {
		to(name, done, of)
	}
}

// tell has an import told until it ends.
func (w *pageWatch) tell(to func(name string, done, of int)) (end func()) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.now = to
	return func() {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		w.now = nil
	}
}
