package generate

// plan makes the promises for the next year: of indicators, of what is under
// way, then of everything else until there are enough.
func (w *writer) plan() []string {
	w.pledges, w.drawn = nil, map[string]bool{}
	var pieces []piece
	for _, l := range w.levels {
		if w.chance(60) {
			pieces = append(pieces, w.planGrowth(l))
		}
	}
	for _, p := range w.running {
		if w.chance(90) && len(pieces) < w.options.Promises {
			pieces = append(pieces, w.planProject(p))
		}
	}
	w.running = nil
	if w.chance(40) {
		pieces = append(pieces, w.planMerged()...)
	}
	for len(pieces) < w.options.Promises {
		pieces = append(pieces, w.planAnother())
	}
	w.shuffle(pieces)
	return w.compose(pieces)
}

// planAnother promises something new. Where the words of a family are used up,
// it is a project, of which there are always more.
func (w *writer) planAnother() piece {
	var p piece
	ok := false
	switch n := w.between(0, 99); {
	case n < 38:
		p, ok = w.planQuantity()
	case n < 47:
		p, ok = w.planRatio()
	case n < 53:
		p, ok = w.planCeiling()
	case n < 63:
		p, ok = w.planNamed("document", "document", "doc", fatesOfDocuments())
	case n < 68:
		p, ok = w.planNamed("title", "title.award", "t", fatesOfDocuments())
	case n < 76:
		p, ok = w.planNamed("task", "task", "k", fatesOfTasks())
	case n < 80:
		return w.planTwo()
	}
	if !ok {
		return w.planProject(w.newProject())
	}
	return p
}
