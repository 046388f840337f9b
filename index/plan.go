package index

// plan is a query made ready for a look at the reports of an index.
type plan struct {
	aim     aim
	strings *dictionary
	root    test
	asked   []wordTest // what has to be there, or not
}

// verdict is what a report's own properties say of everything in it.
type verdict int

const (
	depends verdict = iota // on the sentence or fact
	never
	always
)

// test is a condition made ready. It is shared by the goroutines that look.
type test interface {
	// report says what is known before any sentence or fact is looked at.
	report(l *look) verdict
	// holds tells whether a sentence meets the condition, alone where fact is
	// nil, else together with a fact in it. It is only asked after report.
	holds(l *look, sentence int, fact fact) bool
}

// look is one goroutine's look at one report after the other.
type look struct {
	plan   *plan
	worker int // which of the goroutines that look
	at     *listed
	found  [][]bool // by wordTest: the sentences in which its words stand
	first  []int32  // of factsOf
	next   []int32
}

// aim is what is looked for.
type aim int

const (
	forFacts    aim = iota // words stand in their sentence, or in what they are about
	forPassages            // words stand in the sentence
)

func (q Query) plan(x *Index, aim aim) *plan {
	p := &plan{aim: aim, strings: x.catalogue.strings}
	if q.root != nil {
		p.root = q.root.ready(p)
	}
	return p
}

func (p *plan) look(worker int) *look {
	return &look{plan: p, worker: worker, found: make([][]bool, len(p.asked))}
}

// open turns to a report and tells whether anything in it may meet the query.
func (l *look) open(r *listed) bool {
	l.at = r
	return l.plan.root == nil || l.plan.root.report(l) != never
}

func (l *look) holds(sentence int, f fact) bool {
	return l.plan.root == nil || l.plan.root.holds(l, sentence, f)
}

// facts calls use with the numbers and rows of the facts that meet the query.
func (l *look) facts(use func(i int, f fact)) {
	b := l.at.block
	for i := range b.facts() {
		if f := b.fact(i); l.holds(f.sentence(), f) {
			use(i, f)
		}
	}
}

// passages calls use with the sentences that meet the query: those some fact
// of which meets it, or which meet it alone where no fact is asked for or none
// stands in them.
func (l *look) passages(ofFacts bool, use func(sentence int)) {
	if ofFacts {
		l.linkFacts()
	}
	for i := range l.at.block.sentences() {
		if l.meets(i, ofFacts) {
			use(i)
		}
	}
}

func (l *look) meets(sentence int, ofFacts bool) bool {
	if !ofFacts || l.first[sentence] < 0 {
		return l.holds(sentence, nil)
	}
	for i := l.first[sentence]; i >= 0; i = l.next[i] {
		if l.holds(sentence, l.at.block.fact(int(i))) {
			return true
		}
	}
	return false
}

// factsOf calls use with the facts of a sentence that meet the query. It needs
// linked facts.
func (l *look) factsOf(sentence int, use func(f fact)) {
	for i := l.first[sentence]; i >= 0; i = l.next[i] {
		if f := l.at.block.fact(int(i)); l.holds(sentence, f) {
			use(f)
		}
	}
}

// linkFacts chains the facts of each sentence, in their order.
func (l *look) linkFacts() {
	b := l.at.block
	l.first, l.next = l.first[:0], l.next[:0]
	for range b.sentences() + b.strays() {
		l.first = append(l.first, -1)
	}
	for range b.facts() {
		l.next = append(l.next, -1)
	}
	for i := b.facts() - 1; i >= 0; i-- {
		s := b.fact(i).sentence()
		l.next[i], l.first[s] = l.first[s], int32(i)
	}
}
