package service

import (
	"container/list"
	"sync"
)

// shelf keeps what was made last, up to so many bytes in all. The zero value
// with most set is ready.
type shelf[T any] struct {
	most  int
	mutex sync.Mutex
	size  int
	order *list.List // of *shelved[T], last used first
	byKey map[string]*list.Element
}

// shelved is one thing on a shelf, or on its way there.
type shelved[T any] struct {
	key   string
	once  sync.Once
	value T
	err   error
	bytes int
}

// get returns what stands under the key, or makes it, once for all who ask for
// it meanwhile. It is shared and must not be changed. An error is not kept.
func (s *shelf[T]) get(key string, work func() (value T, bytes int, err error)) (T, error) {
	one := s.place(key)
	one.once.Do(func() {
		value, bytes, err := work()
		one.value, one.err = value, err
		s.settle(one, bytes)
	})
	return one.value, one.err
}

func (s *shelf[T]) place(key string) *shelved[T] {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.order == nil {
		s.order, s.byKey = list.New(), map[string]*list.Element{}
	}
	if e, ok := s.byKey[key]; ok {
		s.order.MoveToFront(e)
		return e.Value.(*shelved[T])
	}
	one := &shelved[T]{key: key}
	s.byKey[key] = s.order.PushFront(one)
	return one
}

// settle makes room for what was made, or takes away what failed.
func (s *shelf[T]) settle(one *shelved[T], bytes int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	one.bytes = bytes
	s.size += bytes
	if one.err != nil {
		s.remove(s.byKey[one.key])
	}
	for s.size > s.most && s.order.Len() > 1 {
		s.remove(s.order.Back())
	}
}

func (s *shelf[T]) remove(e *list.Element) {
	if e == nil {
		return
	}
	one := s.order.Remove(e).(*shelved[T])
	delete(s.byKey, one.key)
	s.size -= one.bytes
}
