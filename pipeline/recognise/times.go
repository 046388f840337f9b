package recognise

import (
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
	starts   runeSet
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
	t := &times{words: newTimeWords(table), calendar: c, terms: wordTable[int]{}}
	for n, term := range c.terms {
		t.terms.add(term.Name, n)
	}
	if t.holidays, err = newHolidays(holidays, c); err != nil {
		return nil, err
	}
	t.starts = t.startRunes()
	return t, nil
}

// scan returns the times, frequencies and durations of words, in order of
// start. Spans are base plus the offset in words.
func (t *times) scan(words string, base int, a report.Anchor) []report.Mention {
	r := timeReader{times: t, s: words, a: a}
	var found []report.Mention
	for i := 0; i < len(words); {
		c, size := utf8.DecodeRuneInString(words[i:])
		if !t.starts.has(c) {
			i += size
			continue
		}
		m, end := r.mentionAt(i)
		if end <= i {
			i = max(i+size, skipNumeral(words, i))
			continue
		}
		m.Span = report.Span{Start: m.Span.Start + base, End: m.Span.End + base}
		m.Core = report.Span{Start: m.Core.Start + base, End: m.Core.End + base}
		found = append(found, m)
		i = end
	}
	return found
}

// mentionAt returns the mention that starts at byte i and the offset after it;
// the offset is 0 where none starts.
func (r *timeReader) mentionAt(i int) (report.Mention, int) {
	if r.blocked(i) {
		return report.Mention{}, 0
	}
	if m, end := r.every(i); end > 0 {
		return m, end
	}
	if st, ok := r.time(i); ok {
		return r.mention(st), st.end
	}
	return r.duration(i)
}

// blocked tells whether what stands before i keeps it from being the start of
// a time: the middle of a number, 第三年, 2×35.
func (r *timeReader) blocked(i int) bool {
	if i == 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	if !isNumeralRune(c) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(r.s[:i])
	if before == '.' || before == '．' || before == ',' {
		return i > size && isNumeralRune(rune(r.s[i-size-1])) && !r.listNumber(i-size)
	}
	return before >= 'A' && before <= 'Z' || before >= 'a' && before <= 'z' ||
		r.words.notAfterRune.has(r.s, i-size)
}

// listNumber tells whether s[:i] is the number of a point in a list, as the 3
// of 3.6月底前.
func (r *timeReader) listNumber(i int) bool {
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

// startRunes returns the runes a time can start with.
func (t *times) startRunes() runeSet {
	var s runeSet
	for _, c := range "0123456789０１２３４５６７８９零〇○一二三四五六七八九十两百千廿卅半" {
		s.add(c)
	}
	starters := append(t.words.starters(), firsts(t.holidays), firsts(t.terms))
	for _, words := range starters {
		for _, c := range words {
			s.add(c)
		}
	}
	return s
}
