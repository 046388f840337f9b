package generate

import "fmt"

// Options say what is made. Zero values take the defaults.
type Options struct {
	Seed     uint64
	Years    int // reports of each office, one a year; 10
	First    int // the year the first report reviews; 2014
	Promises int // in each plan; 17
	Bytes    int // of each report, about, in UTF-8; 11,500
}

func (o Options) filled() Options {
	fill := func(n *int, standard int) {
		if *n == 0 {
			*n = standard
		}
	}
	fill(&o.Years, 10)
	fill(&o.First, 2014)
	fill(&o.Promises, 17)
	fill(&o.Bytes, 11500)
	return o
}

// Generator makes offices. It may be used by several goroutines.
type Generator struct {
	options Options
	kinds   []kind
}

// New reads the words and returns a generator.
func New(o Options) (*Generator, error) {
	kinds, err := readKinds()
	if err != nil {
		return nil, err
	}
	return &Generator{o.filled(), kinds}, nil
}

// Office is an invented office with its reports, oldest first, and the truth
// about them.
type Office struct {
	Org     string
	Reports []Report
	Truth   Truth
}

// Report is the text of one report. Plan is the year after the one it reviews.
type Report struct {
	Reviewed int
	Name     string // of a file
	Text     string
}

// Office makes the office of a number, counted from 0. What it makes depends on
// the options and the number alone.
func (g *Generator) Office(number int) Office {
	w := newWriter(g, number)
	for year := g.options.First; year < g.options.First+g.options.Years; year++ {
		w.report(year)
	}
	w.leaveOpen()
	w.office.Truth.Chains = w.chains()
	return w.office
}

// writer makes one office, year after year.
type writer struct {
	dice
	options Options
	kind    kind
	place   string
	sites   []string // invented places of the office, for its projects
	office  Office

	year    int             // under review
	serial  int             // of promises
	drawn   map[string]bool // what the plan in the making speaks of
	names   []string        // of all projects, in all their forms
	pledges []*pledge       // made by the last plan
	owed    []*pledge       // projects of the plan before, told late
	running []*project
	levels  []*level
	figures []told          // in earlier reports, to be copied
	said    map[string]bool // sentences of figures, and names promised once
}

func newWriter(g *Generator, number int) *writer {
	w := &writer{dice: newDice(g.options.Seed, uint64(number)), options: g.options,
		kind: g.kinds[number%len(g.kinds)], said: map[string]bool{}}
	w.place = placeOf(w.kind.lists, number/len(g.kinds))
	w.sites = w.drawSites(30)
	w.office.Org = fill(w.pick(w.kind.lists["org"]), slots{"place": w.place}, w.dice, w.kind.lists)
	w.levels = w.startLevels()
	return w
}

func (w *writer) nextID() string {
	w.serial++
	return fmt.Sprintf("%s-%04d", w.office.Org, w.serial)
}
