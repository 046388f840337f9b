package recognise

// runeTable is a map from runes to values that costs two array steps to ask:
// a page for each block of 256 runes that has any.
type runeTable[T any] struct {
	pages [256]*[256]T
}

// of returns the value of the rune, or the zero value.
func (t *runeTable[T]) of(r rune) (value T) {
	if r < 0 || r >= 1<<16 {
		return value
	}
	page := t.pages[r>>8]
	if page == nil {
		return value
	}
	return page[r&0xff]
}

// set gives the rune its value. Runes beyond the basic plane have none.
func (t *runeTable[T]) set(r rune, value T) {
	if r < 0 || r >= 1<<16 {
		return
	}
	if t.pages[r>>8] == nil {
		t.pages[r>>8] = new([256]T)
	}
	t.pages[r>>8][r&0xff] = value
}

// runes returns the runes for which has is true, in order.
func (t *runeTable[T]) runes(has func(T) bool) []rune {
	var list []rune
	for high, page := range t.pages {
		if page == nil {
			continue
		}
		for low := range page {
			if has(page[low]) {
				list = append(list, rune(high<<8|low))
			}
		}
	}
	return list
}
