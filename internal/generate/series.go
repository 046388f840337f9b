package generate

import "strconv"

// level is an indicator with its value, year after year.
type level struct {
	noun
	value  amount // of the year before the one under review
	told   Quote  // where it was told
	broken bool   // the year before had a break: the next is left alone
	pledge *pledge
}

// startLevels draws where the office's indicators begin.
func (w *writer) startLevels() []*level {
	var out []*level
	for _, n := range w.kind.indicators {
		out = append(out, &level{noun: n, value: amount{int64(w.between(int(n.low), int(n.high))), n.places}})
	}
	return out
}

// growth returns how much b is more than a, in percent with one decimal place.
func growth(a, b amount) amount {
	change := (b.n - a.n) * 2000 / a.n
	if change < 0 {
		return amount{(change - 1) / 2, 1}
	}
	return amount{(change + 1) / 2, 1}
}

// planGrowth promises the growth of an indicator for the next year, with its
// level or without.
func (w *writer) planGrowth(l *level) piece {
	family, fate := "growth", w.fate([]share{{Kept, 62}, {Missed, 38}})
	if w.chance(40) {
		family = "both"
		if w.chance(25) {
			fate = Half
		}
	}
	p := w.newPledge(family, fate)
	p.Chain = w.office.Org + "/" + l.name
	p.Name, p.level, l.pledge = l.name, l, p
	p.target = amount{int64(w.between(8, 19)) * 5, 1} // 4 % to 9.5 %
	goal := amount{l.value.n * (1000 + p.target.n) / 1000, l.places}
	p.words["o"], p.words["g"], p.words["n"] = l.name, p.target.String()+"%", goal.String()+l.unit
	if family == "both" {
		p.aim(goal, l.unit)
	}
	p.aim(p.target, "%")
	return w.promise(p, "plan."+family)
}

// tellLevel tells the value of an indicator and its growth, which answers what
// was promised of it, and now and then breaks the series.
func (w *writer) tellLevel(l *level) []piece {
	p := l.pledge
	l.pledge = nil
	switch {
	case p != nil && p.Fate == Half:
		return w.tellRestated(l, p)
	case p != nil:
		return w.tellGrowth(l, w.grown(l, p), p)
	case l.told.Report == 0 || l.broken:
		l.broken = false
	case w.chance(8):
		return w.tellRestated(l, nil)
	case w.chance(8):
		return w.tellContradiction(l)
	case w.chance(6):
		return w.tellScope(l)
	}
	return w.tellGrowth(l, l.value.times(1000+int64(w.between(-40, 110))), nil)
}

// grown returns the value that keeps or misses what was promised.
func (w *writer) grown(l *level, p *pledge) amount {
	by := p.target.n + int64(w.between(0, 15))
	p.settle("done", "exceeded")
	if p.Fate == Missed {
		by = p.target.n - int64(w.between(12, 50))
		p.settle("missed", "partial")
	}
	value := amount{l.value.n*(1000+by)/1000 + 1, l.places}
	for p.Fate == Kept && growth(l.value, value).n < p.target.n {
		value.n++
	}
	return value
}

func (w *writer) tellGrowth(l *level, value amount, p *pledge) []piece {
	text := w.grew(l, value, growth(l.value, value))
	return []piece{w.tellNow(l, value, text, p)}
}

// grew writes value and growth.
func (w *writer) grew(l *level, value, by amount) string {
	list := "done.growth"
	if by.n < 0 {
		list, by.n = "done.growth.down", -by.n
	}
	words := slots{"o": l.name, "n": value.String() + l.unit, "g": by.String() + "%"}
	return fill(w.pick(w.kind.lists[list]), words, w.dice, w.kind.lists)
}

// tellNow makes the piece of a value and remembers it for the next year.
func (w *writer) tellNow(l *level, value amount, text string, p *pledge) piece {
	out, q := quoted(text, w.year)
	out.quotes = append(out.quotes, &l.told)
	l.told = Quote{Report: w.year, Text: text}
	l.value = value
	if p != nil {
		p.Answers, p.told = append(p.Answers, q), true
	}
	return out
}

func (w *writer) newBreak(kind string, l *level, year int) *Break {
	b := &Break{Kind: kind, Org: w.office.Org, Indicator: l.name, Year: year, First: l.told}
	w.office.Truth.Breaks = append(w.office.Truth.Breaks, b)
	l.broken = true
	return b
}

// tellRestated gives the value of the year before anew. Where level and growth
// were promised, the growth is reached and the level is not.
func (w *writer) tellRestated(l *level, p *pledge) []piece {
	b := w.newBreak("restated", l, w.year-1)
	old := l.value.times(int64(w.between(780, 930)))
	by := int64(w.between(20, 90))
	if p != nil {
		by = p.target.n + int64(w.between(1, 8))
		p.settle("partial", "missed")
	}
	value := amount{old.n*(1000+by)/1000 + 1, l.places}
	words := slots{"o": l.name, "year": strconv.Itoa(w.year - 1), "now": strconv.Itoa(w.year), "old": old.String() + l.unit,
		"n": value.String() + l.unit, "g": growth(old, value).String() + "%", "audit": w.pick(w.kind.lists["audit"]),
		"cause2": w.pick(w.kind.lists["cause2"])}
	text := fill(w.pick(w.kind.lists["series.restated"]), words, w.dice, w.kind.lists)
	out := w.tellNow(l, value, text, p)
	b.Again = Quote{Report: w.year, Text: text}
	out.quotes = append(out.quotes, &b.Again)
	return []piece{out}
}

// tellContradiction tells a growth that the two levels do not give.
func (w *writer) tellContradiction(l *level) []piece {
	b := w.newBreak("contradiction", l, w.year)
	value := l.value.times(1000 + int64(w.between(-30, 60)))
	wrong := growth(l.value, value)
	wrong.n += int64(w.between(30, 80))
	text := w.grew(l, value, wrong)
	out := w.tellNow(l, value, text, nil)
	b.Again = Quote{Report: w.year, Text: text}
	out.quotes = append(out.quotes, &b.Again)
	return []piece{out}
}

// tellScope tells a value that is counted in another way than the one before.
func (w *writer) tellScope(l *level) []piece {
	b := w.newBreak("scope", l, w.year)
	value := l.value.times(int64(w.between(1250, 1700)))
	words := slots{"o": l.name, "n": value.String() + l.unit}
	text := fill(w.pick(w.kind.lists["series.scope"]), words, w.dice, w.kind.lists)
	out := w.tellNow(l, value, text, nil)
	b.Again = Quote{Report: w.year, Text: text}
	out.quotes = append(out.quotes, &b.Again)
	return []piece{out}
}
