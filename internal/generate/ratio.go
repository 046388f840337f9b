package generate

// fatesOfLimits are those of rates to be reached and limits to be kept.
func fatesOfLimits() []share { return []share{{Kept, 52}, {Missed, 16}, {Silent, 32}} }

// planRatio promises a rate of at least so much.
func (w *writer) planRatio() (piece, bool) {
	i, ok := w.free("ratio", len(w.kind.lists["ratio"]))
	if !ok {
		return piece{}, false
	}
	n, err := readNoun(ratioLine(w.kind.lists["ratio"][i]))
	if err != nil {
		return piece{}, false
	}
	p := w.newPledge("ratio", w.fate(fatesOfLimits()))
	return w.limit(p, n, "plan.ratio"), true
}

// ratioLine makes 名称|低|高 a noun in percent with one decimal place.
func ratioLine(line string) string {
	f := fields(line)
	return f[0] + "|%|" + f[1] + "|" + f[2] + "|1"
}

// planCeiling promises that something will not exceed so much.
func (w *writer) planCeiling() (piece, bool) {
	i, ok := w.free("ceiling", len(w.kind.ceilings))
	if !ok {
		return piece{}, false
	}
	p := w.newPledge("ceiling", w.fate(fatesOfLimits()))
	return w.limit(p, w.kind.ceilings[i], "plan.ceiling"), true
}

func (w *writer) limit(p *pledge, n noun, list string) piece {
	p.Chain = w.office.Org + "/" + n.name
	p.Name, p.noun, p.unit = n.name, n, n.unit
	p.target = amount{int64(w.between(int(n.low), int(n.high))), n.places}
	if n.places == 1 && w.chance(60) {
		p.target.n -= p.target.n % 10 // plans like whole numbers
	}
	p.aim(p.target, n.unit)
	p.words["o"], p.words["n"] = n.name, p.target.String()+n.unit
	return w.promise(p, list)
}

// tellLimit answers a rate or a limit; better is 1 where more is better, else -1.
func (w *writer) tellLimit(p *pledge, better int64) []piece {
	p.words["target"] = p.target.String() + p.unit
	room := max(1, p.target.n/60)
	switch p.Fate {
	case Kept:
		w.reach(p, amount{p.target.n + better*w.r.Int64N(room+1), p.target.places})
		if p.unit == "%" && p.target.n >= 1000 {
			w.reach(p, p.target)
		}
		p.settle("done", "exceeded")
		return []piece{w.answer(p, "done."+p.Family)}
	case Missed:
		w.reach(p, amount{p.target.n - better*(1+w.r.Int64N(room+1)), p.target.places})
		p.settle("missed", "partial")
		if better < 0 {
			p.settle("missed")
		}
		return []piece{w.answer(p, "miss."+p.Family)}
	}
	p.settle("unreported")
	return nil
}
