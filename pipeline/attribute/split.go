package attribute

// split divides the words between two neighbouring values: those before
// rightEnd follow the first, those from leftStart lead up to the second. named
// tells that the noun of the first stands before it already.
func (c *clause) split(first, second int, named bool) (rightEnd, leftStart int) {
	at := first + 1
	if at >= second {
		return at, at
	}
	if c.words[at].is(isList | isConjunction) {
		return at, at + 1
	}
	if k := c.separator(at, second); k >= 0 {
		return k, k + 1
	}
	if named && !c.words[at].is(isOf) {
		return at, at
	}
	n := c.nounAfter(at, second)
	if n[1] == second && c.words[at].is(isOf) {
		return n[1], n[0]
	}
	if n[1] == second {
		return c.splitNoun(n, named)
	}
	if !c.hasNoun(n[1], second) && c.changes(n[1], second) {
		return c.things(n), n[0]
	}
	return n[1], n[1]
}

// separator returns the place of the mark that ends what belongs to the first
// value, or -1.
func (c *clause) separator(at, second int) int {
	for k := at; k < second; k++ {
		w := &c.words[k]
		if w.is(isList) || w.is(isConjunction) && (k == second-1 || c.words[k+1].is(isVerb)) {
			return k
		}
	}
	return -1
}

// splitNoun divides 项目总投资 in 15个项目总投资30亿元.
func (c *clause) splitNoun(n [2]int, named bool) (rightEnd, leftStart int) {
	if named {
		return n[0], n[0]
	}
	k := c.things(n)
	return k, k
}

// things returns where the things end in a noun phrase that goes on to say how
// much of them: of 卫生院门诊量 in 12个卫生院门诊量达3万人次, 卫生院.
func (c *clause) things(n [2]int) int {
	k := n[1]
	for k > n[0] && (c.words[k-1].is(isAmountNoun) || k < n[1] && c.words[k-1].is(isEither)) {
		k--
	}
	if k == n[0] {
		return n[1]
	}
	return k
}

func (c *clause) hasNoun(from, to int) bool {
	for i := from; i < to; i++ {
		if c.noun(i) {
			return true
		}
	}
	return false
}

// changes tells whether a change, level or share is spoken of in [from, to).
func (c *clause) changes(from, to int) bool {
	for _, w := range c.words[from:to] {
		if w.is(isUp | isDown | isReach | isShare | isGap) {
			return true
		}
	}
	return false
}
