package generate

import (
	"fmt"
	"strconv"
	"strings"
)

// paragraph is a heading and the sentences below it.
type paragraph struct {
	heading   string
	sentences []string
}

// report makes the report that reviews the year and plans the next.
func (w *writer) report(year int) {
	w.year = year
	told, missed := w.review()
	figures := w.tellFigures()
	planned := w.plan()
	review := w.spread("review", append(told, figures...), 4, 6)
	plan := w.spread("plan", planned, 4, 5)
	text := w.write(review, w.problems(missed), plan)
	w.office.Reports = append(w.office.Reports, Report{year, strconv.Itoa(year) + ".txt", text})
}

// review answers the promises of the last plan and tells the indicators. Some
// of what was missed is kept for the problems.
func (w *writer) review() (told, problems []string) {
	owed := w.owed
	w.owed, w.running = nil, nil
	var pieces, missed []piece
	for _, i := range w.shuffled(len(w.pledges)) {
		p := w.pledges[i]
		if p.told || p.level != nil {
			continue
		}
		out := w.tell(p)
		if p.Fate == Missed && w.chance(50) {
			missed = append(missed, out...)
			continue
		}
		pieces = append(pieces, out...)
	}
	for _, p := range owed {
		pieces = append(pieces, w.tellOwed(p)...)
	}
	for _, l := range w.levels {
		pieces = append(pieces, w.tellLevel(l)...)
	}
	w.shuffle(pieces)
	return w.compose(pieces), w.compose(missed)
}

func (w *writer) shuffle(pieces []piece) {
	w.r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
}

// tell answers a promise by its family.
func (w *writer) tell(p *pledge) []piece {
	switch p.Family {
	case "quantity":
		return w.tellQuantity(p)
	case "ratio":
		return w.tellLimit(p, 1)
	case "ceiling":
		return w.tellLimit(p, -1)
	case "project":
		return w.tellProject(p)
	case "two":
		return w.tellTwo(p)
	}
	return w.tellNamed(p)
}

// problems says what is wanting, and some of what was missed.
func (w *writer) problems(missed []string) paragraph {
	l := w.kind.lists
	p := paragraph{sentences: []string{fill(w.pick(l["problem.opening"]), nil, w.dice, l) + "。"}}
	for range 2 {
		p.sentences = append(p.sentences, fill(w.pick(l["problem"]), nil, w.dice, l)+"。")
	}
	p.sentences = append(p.sentences, missed...)
	p.sentences = append(p.sentences, w.pick(l["problem.closing"])+"。")
	return p
}

// spread puts the sentences under drawn headings.
func (w *writer) spread(part string, sentences []string, low, high int) []paragraph {
	l := w.kind.lists
	n := w.between(low, high)
	var out []paragraph
	for i, at := range w.shuffled(len(l["heading"]))[:n] {
		heading := fill(w.pick(l["heading."+part]), slots{"h": l["heading"][at]}, w.dice, l)
		p := paragraph{heading: heading}
		p.sentences = append(p.sentences, sentences[len(sentences)*i/n:len(sentences)*(i+1)/n]...)
		out = append(out, p)
	}
	return out
}

// write makes the text: what there is, and prose up to the length asked for.
func (w *writer) write(review []paragraph, problems paragraph, plan []paragraph) string {
	size := 0
	for _, p := range append(append([]paragraph{problems}, review...), plan...) {
		size += len(p.heading) + len(strings.Join(p.sentences, "")) + 20
	}
	fresh := map[string]bool{}
	for i := 0; size < w.options.Bytes-600; i++ {
		to := &review[i%len(review)]
		if i%3 == 2 {
			to = &plan[i/3%len(plan)]
		}
		s := fill(w.pick(w.kind.lists["prose"]), slots{"site": w.pick(w.sites), "site2": w.pick(w.sites)}, w.dice, w.kind.lists) + "。"
		if fresh[s] {
			continue
		}
		fresh[s] = true
		at := w.between(0, len(to.sentences))
		to.sentences = append(to.sentences[:at], append([]string{s}, to.sentences[at:]...)...)
		size += len(s)
	}
	return w.print(review, problems, plan)
}

const indent = "　　"

func (w *writer) print(review []paragraph, problems paragraph, plan []paragraph) string {
	l := w.kind.lists
	words := slots{"org": w.office.Org, "place": w.place, "reviewed": strconv.Itoa(w.year),
		"planned": strconv.Itoa(w.year + 1), "year": strconv.Itoa(w.year)}
	var b strings.Builder
	line := func(list string) {
		b.WriteString(indent + fill(w.pick(l[list]), words, w.dice, l) + "\n")
	}
	b.WriteString(fill(w.pick(l["title"]), words, w.dice, l) + "\n\n")
	if len(l["greeting"]) > 0 {
		line("greeting")
	}
	line("part.review")
	b.WriteString(indent + fill(w.pick(l["opening"]), words, w.dice, l) + "。\n")
	own := w.between(0, 1)
	w.printParagraphs(&b, review, own)
	b.WriteString(indent + strings.Join(problems.sentences, "") + "\n")
	line("part.plan")
	words["year"] = strconv.Itoa(w.year + 1)
	b.WriteString(indent + fill(w.pick(l["plan.opening"]), words, w.dice, l) + "。\n")
	w.printParagraphs(&b, plan, own)
	b.WriteString(indent + fill(w.pick(l["closing"]), words, w.dice, l) + "。\n")
	return b.String()
}

// printParagraphs prints numbered headings, on lines of their own or at the
// head of their paragraphs.
func (w *writer) printParagraphs(b *strings.Builder, all []paragraph, ownLine int) {
	for i, p := range all {
		fmt.Fprintf(b, "%s（%s）%s", indent, [...]string{"一", "二", "三", "四", "五", "六", "七"}[i], p.heading)
		if ownLine == 1 {
			b.WriteString("\n" + indent)
		} else {
			b.WriteString("。")
		}
		b.WriteString(strings.Join(p.sentences, "") + "\n")
	}
}
