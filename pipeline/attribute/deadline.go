package attribute

import "taizhang/report"

// deadlines makes a fact of every time by which something planned shall be
// done.
func (x *scene) deadlines(c *clause, rs []reading, when []timeAt) {
	last := ""
	for i := range when {
		t := &when[i]
		if !t.promises() || x.done[t.mention] {
			continue
		}
		var out report.Attribution
		out.Kind, out.Due = report.KindDeadline, t.Due
		x.modality(c, &reading{at: t.at}, t, &out)
		if out.Modality != report.Target {
			continue
		}
		out.Subject, out.Action = x.promised(c, rs, t)
		if last != "" && c.stage(t.at) {
			out.Subject = last
		}
		last = out.Subject
		out.Period = x.plannedYear(t)
		x.promise(c, len(c.words), &out)
		if x.telling {
			out.Why = append(out.Why, "期限："+t.Due.String())
		}
		if out.Subject == "" {
			x.open = append(x.open, len(x.made))
		}
		x.put(t.mention, &out)
	}
}

// stage tells whether the time at word i belongs to a further step of what was
// named before the last time: 5月底前开工、12月底前主体封顶.
func (c *clause) stage(i int) bool {
	if !c.at(i - 1).is(isList) {
		return false
	}
	p := c.nounAfter(i+1, len(c.words))
	return p[0] < p[1] && c.ends(p[1])
}

// plannedYear is the period of a deadline: the year planned, however far off
// the day is.
func (x *scene) plannedYear(t *timeAt) report.Period {
	switch a := x.anchor(); {
	case x.part() == report.Review && a.Planned > t.Due.Year:
		return report.YearPeriod(t.Due.Year) // 计划10月底竣工, said in the review
	case a.Planned != 0:
		return report.YearPeriod(a.Planned)
	case a.Year != 0:
		return report.YearPeriod(a.Year)
	}
	return report.YearPeriod(t.Due.Year)
}

// promised returns what shall be done by the time, and the verb.
func (x *scene) promised(c *clause, rs []reading, t *timeAt) (subject, action string) {
	action = c.verbAfter(t.at + 1)
	after, from := "", 0
	for i := range rs {
		switch r := &rs[i]; {
		case r.skip != "":
		case r.at < t.at:
			subject, from = r.subject, r.at+1
		case after == "":
			after = r.subject
		}
	}
	if p := c.approachTo(t.at, from, false).noun; p[0] < p[1] && subject == "" {
		return clean(c.phrase(p)), action
	}
	if subject == "" && c.ends(t.at+1) {
		subject = x.context()
	}
	if subject = firstOf(subject, after); subject != "" {
		return subject, action
	}
	for k := t.at + 1; k < len(c.words); k++ {
		if p := c.nounAfter(k, len(c.words)); p[0] < p[1] && c.noun(k) {
			return clean(c.phrase(p)), action
		}
	}
	return x.context(), action
}

// ends tells whether only verbs follow from word i up to a 、 or the end of
// the clause: 8月底前竣工交付.
func (c *clause) ends(i int) bool {
	from := i
	for i < len(c.words) && c.words[i].is(isVerb|isEither|isAdverb|isManner) {
		i++
	}
	return i > from && (i == len(c.words) || c.words[i].is(isList))
}

// context returns what the clauses before were about.
func (x *scene) context() string {
	if n := len(x.before.topic); n > 0 {
		return x.before.topic[n-1]
	}
	return firstOf(x.before.about, x.before.subject)
}

// settle gives the deadlines of a clause before, whose object was not yet
// named (到2030年，……), what this clause is about.
func (x *scene) settle(c *clause, rs []reading) {
	if len(x.open) == 0 {
		return
	}
	subject := ""
	for i := range rs {
		if r := &rs[i]; r.skip == "" && r.subject != "" {
			subject = r.subject
			break
		}
	}
	for k := 0; k < len(c.words) && subject == ""; k++ {
		if p := c.nounAfter(k, len(c.words)); p[0] < p[1] && c.noun(k) {
			subject = clean(c.counted(p))
		}
	}
	if subject == "" {
		return
	}
	for _, i := range x.open {
		x.made[i].Subject = subject
	}
	x.open = nil
}
