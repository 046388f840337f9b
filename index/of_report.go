package index

import "strings"

// reportTest is met by all of a report or by nothing in it.
type reportTest func(r *listed) bool

func (t reportTest) report(l *look) verdict {
	if t(l.at) {
		return always
	}
	return never
}

func (t reportTest) holds(l *look, _ int, _ fact) bool { return t(l.at) }

func (y yearIs) ready(*plan) test {
	return reportTest(func(r *listed) bool { return y.from <= r.Year && r.Year <= y.to })
}

func (c reportIs) ready(*plan) test {
	return reportTest(func(r *listed) bool { return r.ID == c.id })
}

func (o orgIs) ready(*plan) test {
	return reportTest(func(r *listed) bool {
		full, short, _ := strings.Cut(r.names, "\n")
		return o.names(full) || !o.whole && o.names(short)
	})
}

func (d documentIs) ready(*plan) test {
	return reportTest(func(r *listed) bool { return d.names(foldString(r.Kind)) })
}

// sectionTest is met under headings one of which holds the words.
type sectionTest []byte

func (s sectionIs) ready(*plan) test { return sectionTest(appendUTF16(nil, s.folded)) }

func (t sectionTest) report(l *look) verdict {
	for i := range l.at.block.paths() {
		if indexUTF16(l.at.block.path(i), t, 0) >= 0 {
			return depends
		}
	}
	return never
}

func (t sectionTest) holds(l *look, sentence int, _ fact) bool {
	path := l.at.block.sentence(sentence).path
	return path >= 0 && indexUTF16(l.at.block.path(path), t, 0) >= 0
}
