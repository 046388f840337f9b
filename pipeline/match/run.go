package match

import (
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Shortest and longest words a slot 【词语】 takes, in characters.
const (
	minWords = 2
	maxWords = 60
	maxName  = 30 // where they must end in a word of a class
)

// capture is what a slot of a match holds.
type capture struct {
	slot    string
	span    report.Span // in the sentence
	mention int         // number of the mention, -1 for words
	word    int32       // the word of the trie, -1 where it is none
}

// found is a place where a pattern matches.
type found struct {
	program  *program
	span     report.Span // in the sentence
	captures []capture
}

// runner tries programs on one sentence. Every state (instruction, offset) is
// entered once, so the time is bounded by their number, not exponential.
type runner struct {
	m        *Matcher
	v        *view
	p        *program
	seen     []uint64 // a bit for each state
	touched  []int32  // which of these are not zero
	starts   []int
	captures []capture
	kept     []capture // of the matches of the sentence
	noting   bool      // how far tries come is asked for
	furthest int       // instruction reached furthest into the pattern
	reached  int       // where in the sentence that was
	refused  bool      // words were too few or too many
}

// all returns the matches of a program in the sentence, not overlapping.
func (r *runner) all(p *program, out []found) []found {
	r.furthest, r.reached = -1, 0
	starts := r.candidates(p)
	if len(starts) == 0 {
		return out
	}
	r.reset(p)
	next := 0
	for _, start := range starts {
		if start < next {
			continue
		}
		r.captures = r.captures[:0]
		end, ok := r.run(0, start)
		if r.refused {
			// What was refused for its length from this start may do from another.
			r.forget()
			r.refused = false
		}
		if !ok {
			continue
		}
		out = append(out, found{p, report.Span{Start: start, End: end}, r.keep()})
		next = max(end, start+1)
		r.forget()
	}
	r.forget()
	return out
}

// keep returns a copy of the captures, which stays until the next sentence.
func (r *runner) keep() []capture {
	n := len(r.kept)
	r.kept = append(r.kept, r.captures...)
	return r.kept[n:len(r.kept):len(r.kept)]
}

// forget makes all states new again.
func (r *runner) forget() {
	for _, k := range r.touched {
		r.seen[k] = 0
	}
	r.touched = r.touched[:0]
}

func (r *runner) reset(p *program) {
	r.p = p
	r.refused = false
	if words := (len(p.code)*(len(r.v.text)+1) + 63) / 64; len(r.seen) < words {
		r.seen = make([]uint64, words)
	}
}

// candidates returns the offsets at which the program can begin, in order.
func (r *runner) candidates(p *program) []int {
	at := r.starts[:0]
	v := r.v
	if p.begin.anywhere {
		for i := range v.text {
			at = append(at, i)
		}
		return at
	}
	if p.begin.indicator || p.begin.in.any&v.words != 0 {
		for i := range v.hits {
			h := &v.hits[i]
			if p.begin.in.has(h.Word) || p.begin.indicator && r.m.indicatorOf(h.Word) != nil {
				at = append(at, int(h.Start))
			}
		}
	}
	if p.begin.types&v.present != 0 {
		for k, t := range v.types {
			if p.begin.types&t != 0 {
				at = append(at, v.mentions[k].Span.Start-v.base)
			}
		}
	}
	if p.begin.clause {
		for _, c := range v.clauses() {
			at = append(at, c.Start)
		}
	}
	if !slices.IsSorted(at) {
		slices.Sort(at)
	}
	r.starts = at
	return slices.Compact(at)
}

// run goes on from instruction pc at offset i; it returns the end of the match.
func (r *runner) run(pc, i int) (int, bool) {
	if r.enter(pc, i) {
		return 0, false
	}
	if r.noting {
		r.note(pc, i)
	}
	in := &r.p.code[pc]
	for in.op == opSplit {
		if x := int(in.x); r.noting || r.holds(x, i) {
			if end, ok := r.run(x, i); ok {
				return end, true
			}
		}
		if pc = int(in.y); r.enter(pc, i) {
			return 0, false
		}
		if r.noting {
			r.note(pc, i)
		}
		in = &r.p.code[pc]
	}
	switch in.op {
	case opMatch:
		return i, true
	case opWord, opClass, opIndicator:
		return r.word(in, pc, i)
	case opMention:
		return r.mention(in, pc, i)
	case opStart, opEnd:
		if !r.atEdge(in.op, i) {
			return 0, false
		}
		return r.run(pc+1, i)
	case opGap, opWideGap:
		return r.gap(in.op, pc, i)
	case opFrom:
		return r.from(in, pc, i)
	case opOpen:
		return r.open(in, pc, i)
	case opClose:
		return r.close(in, pc, i)
	}
	return 0, false
}

// holds tells whether instruction pc can hold at offset i, as far as a glance
// at the words that stand there tells.
func (r *runner) holds(pc, i int) bool {
	in := &r.p.code[pc]
	if in.op != opWord && in.op != opClass {
		return true
	}
	for _, h := range r.v.hitsAt(i) {
		if r.m.is(in, h.Word) {
			return true
		}
	}
	return false
}

// enter marks a state and tells whether it was tried before.
func (r *runner) enter(pc, i int) (before bool) {
	bit := pc*(len(r.v.text)+1) + i
	set := &r.seen[bit/64]
	if *set == 0 {
		r.touched = append(r.touched, int32(bit/64))
	}
	before = *set&(1<<(bit%64)) != 0
	*set |= 1 << (bit % 64)
	return before
}

// note remembers how far into the pattern a try came, for explain.
func (r *runner) note(pc, i int) {
	if e := r.p.code[pc].element; e > r.furthest || e == r.furthest && i > r.reached {
		r.furthest, r.reached = e, i
	}
}

// word tries the words of the dictionary that stand here, longest first.
func (r *runner) word(in *instruction, pc, i int) (int, bool) {
	hits := r.v.hitsAt(i)
	for k := len(hits) - 1; k >= 0; k-- {
		h := hits[k]
		if !r.m.is(in, h.Word) {
			continue
		}
		mark := len(r.captures)
		if in.slot != "" {
			r.captures = append(r.captures, capture{
				slot: in.slot, span: report.Span{Start: i, End: int(h.End)}, mention: -1, word: h.Word,
			})
		}
		if end, ok := r.run(pc+1, int(h.End)); ok {
			return end, true
		}
		r.captures = r.captures[:mark]
	}
	return 0, false
}

// mention tries the mentions of the right type that begin here.
func (r *runner) mention(in *instruction, pc, i int) (int, bool) {
	from, to := r.v.mentionsAt(i)
	for k := from; k < to; k++ {
		if in.types&r.v.types[k] == 0 || in.byWhen && !r.v.mentions[k].ByWhen {
			continue
		}
		span := r.v.span(k)
		if span.End > len(r.v.text) || in.num >= 0 && !r.m.endsIn(r.v, span, in.num) {
			continue
		}
		mark := len(r.captures)
		r.captures = append(r.captures, capture{slot: in.slot, span: span, mention: k, word: -1})
		if end, ok := r.run(pc+1, span.End); ok {
			return end, true
		}
		r.captures = r.captures[:mark]
	}
	return 0, false
}

// gap lets the pattern go on at every character up to the end of the clause or
// of the sentence, the nearest first.
func (r *runner) gap(o op, pc, i int) (int, bool) {
	limit := len(r.v.text)
	if o == opGap {
		k := r.v.clauseAt(i)
		if k < 0 {
			return r.run(pc+1, i)
		}
		limit = r.v.clauses()[k].End
	}
	for {
		if i = r.ahead(pc+1, i, limit); i > limit {
			return 0, false
		}
		if end, ok := r.run(pc+1, i); ok {
			return end, true
		}
		if i >= limit {
			return 0, false
		}
		_, size := lexicon.Rune(r.v.text[i:])
		if i += size; r.enter(pc, i) {
			return 0, false
		}
	}
}

// ahead returns the first offset from i to limit at which instruction pc can
// hold, one beyond it where there is none; for explain every offset counts.
func (r *runner) ahead(pc, i, limit int) int {
	in, v := &r.p.code[pc], r.v
	switch {
	case r.noting:
	case in.op == opWord || in.op == opClass || in.op == opIndicator:
		for k := v.hitFrom(i); k < len(v.hits) && int(v.hits[k].Start) <= limit; k++ {
			if r.m.is(in, v.hits[k].Word) {
				return int(v.hits[k].Start)
			}
		}
		return limit + 1
	case in.op == opMention:
		for k := v.mentionFrom(i); k < len(v.mentions); k++ {
			if in.types&v.types[k] != 0 {
				return v.mentions[k].Span.Start - v.base
			}
		}
		return limit + 1
	case in.op == opSplit:
		return min(r.ahead(int(in.x), i, limit), r.ahead(int(in.y), i, limit))
	case in.op == opOpen || in.op == opClose || in.op == opFrom:
		return r.ahead(pc+1, i, limit)
	case in.op == opEnd:
		return r.endAhead(i)
	}
	return i
}

// endAhead returns the first offset from i on at which its clause can end: see
// atEdge.
func (r *runner) endAhead(i int) int {
	k := r.v.clauseAt(i)
	if k < 0 {
		return i
	}
	end := r.v.clauses()[k].End
	if bracket := strings.Index(r.v.text[i:end], "（"); bracket >= 0 {
		return i + bracket
	}
	return end
}

// atEdge tells whether a clause begins or ends here. What stands in brackets at
// its end (质量科牵头) is no part of it.
func (r *runner) atEdge(o op, i int) bool {
	k := r.v.clauseAt(i)
	if k < 0 {
		return false
	}
	if o == opStart {
		return r.v.clauses()[k].Start == i
	}
	rest := r.v.text[i:r.v.clauses()[k].End]
	return rest == "" || strings.HasPrefix(rest, "（") && strings.Index(rest, "）") == len(rest)-len("）")
}

// from notes where the words of the fact begin.
func (r *runner) from(in *instruction, pc, i int) (int, bool) {
	mark := len(r.captures)
	r.captures = append(r.captures, capture{
		slot: in.slot, span: report.Span{Start: i, End: i}, mention: -1, word: -1,
	})
	if end, ok := r.run(pc+1, i); ok {
		return end, true
	}
	r.captures = r.captures[:mark]
	return 0, false
}

func (r *runner) open(in *instruction, pc, i int) (int, bool) {
	mark := len(r.captures)
	r.captures = append(r.captures, capture{
		slot: in.slot, span: report.Span{Start: i, End: -1}, mention: -1, word: -1,
	})
	if end, ok := r.run(pc+1, i); ok {
		return end, true
	}
	r.captures = r.captures[:mark]
	return 0, false
}

func (r *runner) close(in *instruction, pc, i int) (int, bool) {
	k := len(r.captures) - 1
	for k >= 0 && (r.captures[k].slot != in.slot || r.captures[k].span.End >= 0) {
		k--
	}
	if k < 0 {
		return 0, false
	}
	words := r.v.text[r.captures[k].span.Start:i]
	most := maxWords
	if r.p.code[pc-1].op == opClass {
		most = maxName
	}
	if n := lexicon.Length(words); n < minWords || n > most {
		r.refused = true
		return 0, false
	}
	r.captures[k].span.End = i
	if end, ok := r.run(pc+1, i); ok {
		return end, true
	}
	r.captures[k].span.End = -1
	return 0, false
}
