package attribute

import "taizhang/report"

// deadlines makes a fact of every time by which something planned shall be
// done.
func (x *scene) deadlines(c clause, rs []reading, when []timeAt) {
	for _, t := range when {
		if !t.promises() || x.done[t.mention] {
			continue
		}
		out := report.Attribution{Kind: report.KindDeadline, Due: t.Due}
		x.modality(c, reading{at: t.at}, &t, &out)
		if out.Modality != report.Target {
			continue
		}
		out.Subject, out.Action = x.promised(c, rs, t)
		out.Period = x.plannedYear(t)
		out.Why = append(out.Why, "期限："+t.Due.String())
		if out.Subject == "" {
			x.open = append(x.open, len(x.made))
		}
		x.add(t.mention, out, nil)
	}
}

// plannedYear is the period of a deadline: the year planned, however far off
// the day is.
func (x *scene) plannedYear(t timeAt) report.Period {
	switch a := x.anchor(); {
	case a.Planned != 0:
		return report.YearPeriod(a.Planned)
	case a.Year != 0:
		return report.YearPeriod(a.Year)
	}
	return report.YearPeriod(t.Due.Year)
}

// promised returns what shall be done by the time, and the verb.
func (x *scene) promised(c clause, rs []reading, t timeAt) (subject, action string) {
	action = c.verbAfter(t.at + 1)
	for _, r := range rs {
		if r.skip == "" && (r.at < t.at || subject == "") {
			subject = r.subject
		}
	}
	if subject != "" {
		return subject, action
	}
	i := t.at
	for i > 0 && c.words[i-1].is(isPreposition|isAdverb|isReach) {
		i--
	}
	if p := c.nounBefore(i, 0); p[0] < p[1] {
		return clean(c.phrase(p)), action
	}
	for k := t.at + 1; k < len(c.words); k++ {
		if p := c.nounAfter(k, len(c.words)); p[0] < p[1] && c.noun(k) {
			return clean(c.counted(p)), action
		}
	}
	if n := len(x.flow.topic); n > 0 {
		return x.flow.topic[n-1], action
	}
	return x.flow.subject, action
}

// settle gives the deadlines of a clause before, whose object was not yet
// named (到2030年，……), what this clause is about.
func (x *scene) settle(c clause, rs []reading) {
	if len(x.open) == 0 {
		return
	}
	subject := ""
	for _, r := range rs {
		if r.skip == "" && r.subject != "" {
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
