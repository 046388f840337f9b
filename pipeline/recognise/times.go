package recognise

import (
	"slices"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// The grains of a time, besides those named in report.Mention: days is a
// stretch of several days (a week, the first ten days of a month), years one of
// several years.
const (
	grainDay     = "day"
	grainDays    = "days"
	grainMonth   = "month"
	grainQuarter = "quarter"
	grainHalf    = "half"
	grainYear    = "year"
	grainYears   = "years"
)

// times recognises words of time: times with their period and due day, how
// often, and how long. It is built once and never changed.
type times struct {
	words    timeWords
	calendar *calendar
	holidays wordTable[holiday]
	terms    wordTable[int]
	starts   runeTable[uint8] // what can start with a rune
	openers  wordTable[uint8] // what can start with a word
	glance   lexicon.Glance   // at what all these begin with

	pointWords   wordTable[bool]
	afterNumeral runeSet // what can stand behind the number of a time
}

func newTimes(lex *lexicon.Lexicon) (*times, error) {
	table, err := readTimesTable(lex)
	if err != nil {
		return nil, err
	}
	c, holidays, err := newCalendar(lex)
	if err != nil {
		return nil, err
	}
	t := &times{words: newTimeWords(table), calendar: c, terms: newWordTable[int](nil)}
	for n, term := range c.terms {
		t.terms.add(term.Name, n)
	}
	if t.holidays, err = newHolidays(holidays, c); err != nil {
		return nil, err
	}
	t.setStarts()
	return t, nil
}

// scan finds the times, frequencies and durations of a sentence, in order of
// start, among the places where one can begin.
func (t *times) scan(f *found) {
	f.reader = timeReader{times: t, s: f.sentence, a: f.anchor}
	var m report.Mention
	next := 0
	f.every = 0
	for _, i := range f.cues.times {
		if i < next {
			continue
		}
		end := f.reader.mentionAt(i, runeAt(f.sentence, i), &m)
		if end <= i {
			next = skipNumeral(f.sentence, i)
			continue
		}
		if m.Type == report.MentionEvery && f.every == 0 {
			f.every = m.Span.End
		}
		m.Span, m.Core = shift(m.Span, f.base), shift(m.Core, f.base)
		f.times = append(f.times, m)
		next = end
	}
}

// mentionAt reads the mention that starts at byte i, with the rune c, and
// returns the offset after it, 0 where none starts.
func (r *timeReader) mentionAt(i int, c rune, m *report.Mention) (end int) {
	if isNumeralRune(c) && (r.blocked(i) || !r.timeNumeral(i)) {
		return 0
	}
	can := r.canStart(i, c)
	if can&startsEvery != 0 {
		if *m, end = r.every(i); end > 0 {
			return end
		}
	}
	if can&(startsOpening|startsRelative|startsPoint) != 0 {
		if st, ok := r.time(i, can); ok {
			*m = r.mention(st)
			return st.end
		}
	}
	if can&startsLength != 0 {
		*m, end = r.duration(i)
	}
	return end
}

// canStart returns what can start at i, with the rune c: any time with a
// number can, else a word tells.
func (r *timeReader) canStart(i int, c rune) uint8 {
	if c == '半' || isNumeralRune(c) {
		return r.starts.of(c)
	}
	can, end := r.openers.at(r.s, i)
	if end == i+utf8.RuneLen(c) && can&(startsEvery|startsPoint) == 0 && !r.timeBehind(end) {
		return 0
	}
	if can&startsMark != 0 && isNumeralRune(r.next(i+utf8.RuneLen(c))) {
		can |= startsPoint
	}
	return can
}

// timeBehind tells whether a time or a number may begin at i: without one, 在 到 前
// and the like open none.
func (r *timeReader) timeBehind(i int) bool {
	i = skipBlanks(r.s, i)
	if i >= len(r.s) {
		return false
	}
	c, size := decode(r.s, i)
	return r.glance.May(c, r.next(i+size))
}

// timeNumeral tells whether what stands behind the number at i can make it a
// time: most numbers of a report are none, and this is the cheap way to know.
func (r *timeReader) timeNumeral(i int) bool {
	n := r.numeral(i)
	j := skipBlanks(r.s, n.end)
	c := r.next(j)
	switch {
	case n.arabic && n.digits == 8, j == 0:
		return true
	case n.arabic && j > n.end:
		_, digit := arabicDigit(r.s, j)
		return digit == 0 || r.yearNumeral(i).end > n.end // 1 9 9 3年
	case n.arabic && n.digits <= 2 && !n.point && (c == '-' || c == '/'):
		return r.timePair(i, j+1)
	}
	if c == '个' || r.words.vague.has(r.s, j) {
		_, k := decode(r.s, j)
		next := r.next(j + k)
		return r.words.units.has(r.s, j) || r.words.units.has(r.s, j+k) ||
			next == '个' || next == '半' || next == '月' || r.words.vague.has(r.s, j+k)
	}
	return r.afterNumeral.has(c) || !n.arabic && (r.holidays.has(r.s, i) || n.n%10 == 5)
}

// timePair tells whether a number of one or two digits at i can be the first of
// two that are a time, the second at j behind a dash or stroke: 3-5月, 08-08,
// 3/3/2015. Lines that are nothing but such numbers are long.
func (r *timeReader) timePair(i, j int) bool {
	m := numeralAt(r.s, skipBlanks(r.s, j))
	if m.end == 0 || m.digits == 4 || r.s[i] == '0' {
		return true
	}
	j = skipBlanks(r.s, m.end)
	c := r.next(j)
	if c == '-' || c == '/' {
		return numeralAt(r.s, skipBlanks(r.s, j+1)).digits == 4
	}
	return r.afterNumeral.has(c) || r.words.vague.has(r.s, j)
}

// blocked tells whether what stands before i keeps it from being the start of
// a time: the middle of a number, 第三年, 2×35.
func (r *timeReader) blocked(i int) bool {
	if i == 0 {
		return false
	}
	c, _ := decode(r.s, i)
	if !isNumeralRune(c) {
		return false
	}
	before, size := decodeLast(r.s, i)
	if before == '.' || before == '．' || before == ',' {
		return i > size && isNumeralRune(rune(r.s[i-size-1])) && !r.listNumber(i-size)
	}
	return before >= 'A' && before <= 'Z' || before >= 'a' && before <= 'z' ||
		r.words.notAfterRune.has(r.s, i-size)
}

// listNumber tells whether s[:i] is the number of a point in a list, as the 3
// of 3.6月底前.
func (r *timeReader) listNumber(i int) bool {
	if i > len("　　20") {
		return false
	}
	n := numeralAt(r.s[:i], skipBlanks(r.s, 0))
	return n.arabic && n.end == i && n.digits <= 2
}

// runeSet is a set of runes of the basic plane.
type runeSet [1 << 10]uint64

func (s *runeSet) add(c rune) {
	if c < 1<<16 {
		s[c>>6] |= 1 << (c & 63)
	}
}

func (s *runeSet) has(c rune) bool {
	return c < 1<<16 && s[c>>6]&(1<<(c&63)) != 0
}

// What can start with a rune.
const (
	startsEvery uint8 = 1 << iota
	startsOpening
	startsRelative
	startsPoint
	startsLength
	startsMark // 第 “ before a number start a point
)

// setStarts notes what times can start with.
func (t *times) setStarts() {
	numerals := []rune("0123456789０１２３４５６７８９零〇○一二三四五六七八九十两百千廿卅")
	w := &t.words
	t.pointWords = newWordList(slices.Concat(w.pointWords(), t.holidays.list, t.terms.list))
	openers := map[string]uint8{}
	for bit, words := range map[uint8][]string{
		startsEvery:    slices.Concat(w.everyMark.list, w.everyWord.list),
		startsOpening:  slices.Concat(w.from.list, w.until.list, w.by.list, []string{"在"}),
		startsRelative: slices.Concat(w.beforeWords.list, w.afterWords.list, w.pass.list, []string{"前"}),
		startsPoint:    t.pointWords.list,
		startsMark:     {"第", "“", "\"", "前", "后"},
		startsLength:   w.lengthBefore.list,
	} {
		for _, word := range words {
			openers[word] |= bit
			t.canStartWith(firstRune(word), bit)
		}
	}
	t.canStartWith(numerals, startsRelative|startsPoint|startsLength)
	t.canStartWith([]rune("半"), startsRelative|startsLength)
	t.openers = newOpeners(openers)
	for word := range openers {
		t.glance.Add(word)
	}
	for _, c := range append(numerals, '半') {
		t.glance.Add(string(c))
	}
	after := slices.Concat(w.units.firsts(), w.century.firsts(), w.dashes.firsts(),
		w.joins.firsts(),
		[]rune("年月日号季、/.多余个"))
	for _, c := range after {
		t.afterNumeral.add(c)
	}
}

func (t *times) canStartWith(runes []rune, bits uint8) {
	for _, c := range runes {
		t.starts.set(c, t.starts.of(c)|bits)
	}
}

// newOpeners returns what can start at a place by the longest word there: what
// the word can start, and what the words it begins with can.
func newOpeners(words map[string]uint8) wordTable[uint8] {
	var t wordTable[uint8]
	for word, can := range words {
		for end := range word {
			can |= words[word[:end]]
		}
		t.add(word, can)
	}
	return t
}
