package generate

import "strings"

// planNamed promises to issue a document, to win a title, to start a task: what
// is known by a name and has no number. The list holds the names.
func (w *writer) planNamed(family, list, slot string, fates []share) (piece, bool) {
	i, ok := w.free(family, len(w.kind.lists[list]))
	if !ok {
		return piece{}, false
	}
	p := w.newPledge(family, w.fate(fates))
	name := fill(w.kind.lists[list][i], slots{"area": w.place, "x": w.pick(w.sites)}, w.dice, w.kind.lists)
	p.words[slot] = name
	for w.said[p.words[slot]] {
		p.words[slot] = w.next(family, name)
	}
	p.Name = p.words[slot]
	p.Chain = w.office.Org + "/" + p.Name
	w.said[p.Name] = true
	return w.promise(p, "plan."+family), true
}

// next names what follows a document, a title or a task of an earlier year.
func (w *writer) next(family, name string) string {
	site := w.pick(w.sites)
	switch family {
	case "document":
		return strings.Replace(name, w.place, site+"片区", 1)
	case "title":
		return name + "（" + site + "镇）"
	}
	return site + "片区" + name
}

func fatesOfDocuments() []share {
	return []share{{Kept, 52}, {Underway, 14}, {Missed, 8}, {Silent, 26}}
}

func fatesOfTasks() []share { return []share{{Kept, 52}, {Missed, 12}, {Silent, 36}} }

// tellNamed answers a document, a title or a task.
func (w *writer) tellNamed(p *pledge) []piece {
	w.date(p)
	switch p.Fate {
	case Kept:
		p.settle("done")
		if p.Family == "task" {
			p.settle("done", "in_progress")
		}
		return []piece{w.answer(p, "done."+p.Family)}
	case Underway:
		p.settle("in_progress", "missed")
		return []piece{w.answer(p, "underway."+p.Family)}
	case Missed:
		p.settle("missed", "in_progress")
		return []piece{w.answer(p, "miss."+p.Family)}
	}
	p.settle("unreported")
	return nil
}
