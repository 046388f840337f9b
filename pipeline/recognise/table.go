package recognise

import "taizhang/report"

// table is some sentences that are read side by side. The code of all
// recognisers together is several times what the processor's cache for
// instructions holds; that of one fits. So each recogniser reads all sentences
// on the table before the next one begins, and is fetched once for all of them.
type table struct {
	places [seats]found
	n      int
	words  []*found // those that are read word by word
}

// seats is how many sentences are read side by side: more would be too much for
// the processor's cache for data.
const seats = 16

func (r *Recogniser) table() *table {
	t := r.tables.Get().(*table)
	t.n = 0
	return t
}

// lay lays a sentence on the table.
func (t *table) lay(sentence string, base int, cell *report.Cell) *found {
	f := &t.places[t.n]
	t.n++
	f.begin(sentence, base, cell)
	return f
}

// longestKept is how many members the lists may have room for to be used
// again. A line of a megabyte that is all numbers must not stay in memory.
const longestKept = 1 << 10

func (f *found) tooLong() bool {
	return f.quantities.room() > longestKept || cap(f.mentions) > longestKept
}

func (r *Recogniser) leave(t *table) {
	for i := range t.places {
		f := &t.places[i]
		if f.tooLong() {
			*f = found{}
		}
		f.sentence, f.cell, f.reader.s = "", nil, ""
	}
	r.tables.Put(t)
}

// Fill fills in the mentions of all sentences of the document, which it appends
// to a list that is returned to be used again when the document is done with.
// more is told now and then how many there are; its error ends the work.
func (r *Recogniser) Fill(
	list []report.Mention, d *report.Document, more func(values int) error,
) ([]report.Mention, error) {
	t := r.table()
	defer r.leave(t)
	body, sentences, values := d.Text.Body, d.Sentences, 0
	for len(sentences) > 0 {
		t.n = 0
		some := sentences[:min(seats, len(sentences))]
		for i := range some {
			s := &some[i]
			f := t.lay(s.Span.Of(body), s.Span.Start, s.Cell)
			f.anchor = report.Anchor{}
			if k := s.Section; k >= 0 && k < len(d.Outline.Sections) {
				f.anchor = d.Outline.Sections[k].Anchor
			}
		}
		r.read(t)
		for i := range some {
			found := t.places[i].mentions
			if len(list) >= longList && len(list)+len(found) > cap(list) {
				list = make([]report.Mention, 0, max(longList, len(found)))
			}
			from := len(list)
			list = append(list, found...)
			some[i].Mentions = list[from:len(list):len(list)]
			values += len(found)
		}
		if err := more(values); err != nil {
			return list, err
		}
		sentences = sentences[len(some):]
	}
	return list, nil
}

// longList is from how many mentions on a list is not made longer but followed
// by another: the sentences before would hold all lists that it was copied from.
const longList = 1 << 14

// read runs all recognisers. Their order is the order of right: what stands
// earlier keeps its words.
func (r *Recogniser) read(t *table) {
	for i := range t.places[:t.n] {
		r.sweep(&t.places[i])
	}
	for i := range t.places[:t.n] {
		r.times.scan(&t.places[i])
	}
	words := t.words[:0]
	for i := range t.places[:t.n] {
		if f := &t.places[i]; f.cell == nil || !r.cell(f, f.cell) {
			words = append(words, f)
		}
	}
	for _, f := range words {
		f.use(r.titles)  // a name holds its numbers and years
		f.use(r.slogans) // fixed terms and shapes that are no quantity, longer than any time in them
	}
	for _, f := range words {
		f.add(f.times)    // a year is no count
		f.use(r.ordinals) // 第3位 is a rank, any other 第3 nothing
		f.use(r.counted)  // numbers with units, and what clearly counts
		f.use(r.quotes)   // marks around any of these
	}
	t.words = words
}

// use adds what a recogniser finds, which it appends to a list.
func (f *found) use(recogniser func(*found, []report.Mention) []report.Mention) {
	f.list = recogniser(f, f.list[:0])
	f.add(f.list)
}
