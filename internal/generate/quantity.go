package generate

import "strconv"

// fatesOfQuantities are those of targets with a number of things, of money.
func fatesOfQuantities() []share {
	return []share{{Kept, 30}, {Exceeded, 14}, {Partly, 10}, {Missed, 8}, {Reworded, 8}, {Restated, 3}, {Silent, 22}}
}

// planQuantity promises an amount of something that the plan does not name yet.
func (w *writer) planQuantity() (piece, bool) {
	i, ok := w.free("quantity", len(w.kind.quantities))
	if !ok {
		return piece{}, false
	}
	n := w.kind.quantities[i]
	p := w.newPledge("quantity", w.fate(fatesOfQuantities()))
	p.Chain = w.office.Org + "/" + n.name
	p.Name, p.noun, p.unit = n.name, n, n.unit
	p.target = amount{int64(w.between(int(n.low), int(n.high))), n.places}.rounded()
	p.aim(p.target, n.unit)
	p.words["v"], p.words["o"], p.words["n"] = n.plan, n.name, p.target.String()+n.unit
	return w.promise(p, "plan.quantity"), true
}

// free draws the number of something that this plan does not speak of.
func (w *writer) free(what string, n int) (int, bool) {
	for _, i := range w.shuffled(n) {
		key := what + strconv.Itoa(i)
		if !w.drawn[key] {
			w.drawn[key] = true
			return i, true
		}
	}
	return 0, false
}

// tellQuantity answers by the fate that was drawn with the promise.
func (w *writer) tellQuantity(p *pledge) []piece {
	p.words["v"], p.words["v2"], p.words["o2"] = p.noun.done, p.noun.done2, p.noun.name2
	p.words["target"] = p.target.String() + p.unit
	p.words["cause"] = w.pick(w.kind.lists["cause"])
	switch p.Fate {
	case Kept, Reworded, Restated:
		return w.tellKept(p)
	case Exceeded:
		w.reach(p, p.target.times(int64(w.between(1110, 1320))))
		p.settle("exceeded")
		return []piece{w.answer(p, "exceed.quantity")}
	case Partly:
		w.reach(p, p.short())
		p.settle("partial", "missed")
		return []piece{w.answer(p, "partly.quantity")}
	case Missed:
		w.reach(p, p.short())
		p.settle("missed", "partial")
		return []piece{w.answer(p, "miss.quantity")}
	}
	p.settle("unreported")
	return nil
}

// short draws less than the target. One thing alone is promised whole: of it
// nothing is done.
func (p *pledge) short() amount {
	less := p.target.times(int64(560 + 13*(p.target.n%29)))
	return amount{max(less.n, 0), less.places}
}

func (w *writer) tellKept(p *pledge) []piece {
	p.settle("done", "exceeded")
	reached := p.target
	if w.chance(60) && p.target.n >= 40 {
		reached = p.target.times(int64(w.between(1004, 1040)))
	}
	switch p.Fate {
	case Reworded:
		w.reach(p, reached)
		return []piece{w.answer(p, "done.reworded")}
	case Restated:
		wrong := p.target.times(850).rounded()
		if wrong.n >= p.target.n || wrong.n == 0 {
			break
		}
		w.reach(p, wrong)
		p.words["wrong"] = wrong.String() + p.unit
		p.settle("partial", "missed")
		return []piece{w.answer(p, "restate.quantity")}
	}
	w.reach(p, reached)
	return []piece{w.answer(p, "done.quantity")}
}

// reach writes what was reached into the words of the answer.
func (w *writer) reach(p *pledge, value amount) {
	p.words["n"] = value.String() + p.unit
	p.words["pct"] = value.percentOf(p.target).String()
	p.words["diff"] = value.minus(p.target).String() + p.unit
}
