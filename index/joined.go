package index

// allTest, eitherTest and notTest join others.
type allTest []test

// ready puts tests of reports first: what they exclude need not be looked
// through for words.
func (a all) ready(p *plan) test {
	var out, others allTest
	for _, c := range a {
		t := c.ready(p)
		if _, ok := t.(reportTest); ok {
			out = append(out, t)
		} else {
			others = append(others, t)
		}
	}
	return append(out, others...)
}

func (a allTest) report(l *look) verdict {
	out := always
	for _, t := range a {
		switch t.report(l) {
		case never:
			return never
		case depends:
			out = depends
		}
	}
	return out
}

func (a allTest) holds(l *look, sentence int, f fact) bool {
	for _, t := range a {
		if !t.holds(l, sentence, f) {
			return false
		}
	}
	return true
}

type eitherTest []test

func (e either) ready(p *plan) test {
	var out eitherTest
	for _, c := range e {
		out = append(out, c.ready(p))
	}
	return out
}

// report asks all of them: each has to be asked before it can decide.
func (e eitherTest) report(l *look) verdict {
	out := never
	for _, t := range e {
		switch v := t.report(l); {
		case v == always:
			out = always
		case v == depends && out == never:
			out = depends
		}
	}
	return out
}

func (e eitherTest) holds(l *look, sentence int, f fact) bool {
	for _, t := range e {
		if t.holds(l, sentence, f) {
			return true
		}
	}
	return false
}

type notTest struct{ test }

func (n not) ready(p *plan) test { return notTest{n.condition.ready(p)} }

func (n notTest) report(l *look) verdict {
	switch n.test.report(l) {
	case never:
		return always
	case always:
		return never
	}
	return depends
}

func (n notTest) holds(l *look, sentence int, f fact) bool {
	return !n.test.holds(l, sentence, f)
}
