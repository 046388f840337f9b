package recognise

import "sort"

// row is a list whose members stay where they are while it grows: a sentence
// of a megabyte may hold half a million quantities, and copying what is long
// already costs more than reading it.
type row[T any] struct {
	blocks [][]T
	n      int
}

const blockSize = 16

// at returns the i-th member.
func (r *row[T]) at(i int) *T { return &r.blocks[i/blockSize][i%blockSize] }

// next returns the place behind the last member. It is no member before add.
func (r *row[T]) next() *T {
	if r.n == len(r.blocks)*blockSize {
		r.blocks = append(r.blocks, make([]T, blockSize))
	}
	return r.at(r.n)
}

func (r *row[T]) add()           { r.n++ }
func (r *row[T]) clear()         { r.n = 0 }
func (r *row[T]) room() int      { return len(r.blocks) * blockSize }
func (r *row[T]) append(value T) { *r.next() = value; r.add() }

// first returns the index of the first member for which is holds, in a row
// sorted so that it holds for all behind it.
func (r *row[T]) first(is func(*T) bool) int {
	return sort.Search(r.n, func(i int) bool { return is(r.at(i)) })
}
