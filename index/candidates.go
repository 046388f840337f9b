package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"
)

// proposal is what Bleve can say of a condition. exact tells that it finds just
// what meets the condition; otherwise it finds more.
type proposal struct {
	query query.Query
	exact bool
}

func anything() proposal { return proposal{query.NewMatchAllQuery(), false} }

// proposer turns the conditions that are no combination of others into
// proposals; there is one for each of the two indexes.
type proposer func(condition) proposal

// propose turns a whole query into a proposal.
func (ask proposer) propose(c condition) proposal {
	switch c := c.(type) {
	case nil:
		return proposal{query.NewMatchAllQuery(), true}
	case all:
		queries, exact := ask.each(c)
		return proposal{query.NewConjunctionQuery(queries), exact}
	case either:
		queries, exact := ask.each(c)
		return proposal{query.NewDisjunctionQuery(queries), exact}
	case not:
		p := ask.propose(c.condition)
		if !p.exact {
			return anything()
		}
		everything := []query.Query{query.NewMatchAllQuery()}
		return proposal{query.NewBooleanQuery(everything, nil, []query.Query{p.query}), true}
	}
	return ask(c)
}

func (ask proposer) each(conditions []condition) ([]query.Query, bool) {
	var queries []query.Query
	exact := true
	for _, c := range conditions {
		p := ask.propose(c)
		queries = append(queries, p.query)
		exact = exact && p.exact
	}
	return queries, exact
}

// reports proposes reports.
func (x *Index) reportProposals() proposer {
	return func(c condition) proposal {
		switch c := c.(type) {
		case words:
			return proposal{x.holding(c.folded), false}
		case sectionIs:
			return proposal{x.holding(c.folded), false}
		case indicatorIs:
			return proposal{x.holding(c.folded), false}
		case reportIs:
			return proposal{query.NewDocIDQuery([]string{c.id}), true}
		}
		if p, ok := x.ofReport(c); ok {
			return p
		}
		return anything()
	}
}

// ofReport proposes by the fields that both indexes have.
func (x *Index) ofReport(c condition) (proposal, bool) {
	switch c := c.(type) {
	case yearIs:
		return proposal{between(fieldYear, yearTerm(c.from), yearTerm(c.to)), true}, true
	case orgIs:
		return proposal{x.ofOrgs(c), true}, true
	}
	return proposal{}, false
}

// manyPairs is how many pairs of a long phrase are asked for: more do not
// exclude much.
const manyPairs = 40

// holding proposes reports in which all pairs of characters of the words occur.
// A single character is the first of some pair, unless it ends the text.
func (x *Index) holding(folded string) query.Query {
	var pairs []query.Query
	seen := map[string]bool{}
	grams(folded, func(pair string) {
		if !seen[pair] && len(pairs) < manyPairs {
			seen[pair] = true
			pairs = append(pairs, term(fieldGrams, pair))
		}
	})
	if len(pairs) == 0 {
		q := query.NewPrefixQuery(folded)
		q.SetField(fieldGrams)
		return q
	}
	return query.NewConjunctionQuery(pairs)
}

// ofOrgs proposes what belongs to organisations of that name: there are few
// names, so they are looked through.
func (x *Index) ofOrgs(c orgIs) query.Query {
	x.mutex.RLock()
	defer x.mutex.RUnlock()
	seen := map[string]bool{}
	var names []query.Query
	for _, e := range x.entries {
		if name := orgTerm(&e); !seen[name] && c.names(&e) {
			seen[name] = true
			names = append(names, term(fieldOrg, name))
		}
	}
	if len(names) == 0 {
		return query.NewMatchNoneQuery()
	}
	return query.NewDisjunctionQuery(names)
}

// factProposals proposes facts. Words of the sentence are not in that index.
func (x *Index) factProposals() proposer {
	return func(c condition) proposal {
		switch c := c.(type) {
		case reportIs:
			return proposal{term(fieldReport, c.id), true}
		case kindIs:
			return proposal{term(fieldKind, string(c.kind)), true}
		case modalityIs:
			return proposal{term(fieldModality, string(c.modality)), true}
		case indicatorIs:
			return about(c)
		case ruleIs:
			return proposal{ofRule(c.id), true}
		case valueIs:
			return proposal{ofValue(c), true}
		case dueIs:
			return proposal{between(fieldDue, c.from.String(), c.to.String()), true}
		}
		if p, ok := x.ofReport(c); ok {
			return p
		}
		return anything()
	}
}

// about proposes facts by pairs of characters of indicator and subject; a
// single pair decides, several may come from different places.
func about(c indicatorIs) proposal {
	var pairs []query.Query
	grams(c.folded, func(pair string) { pairs = append(pairs, term(fieldAbout, pair)) })
	switch len(pairs) {
	case 0:
		return anything()
	case 1:
		return proposal{pairs[0], true}
	}
	return proposal{query.NewConjunctionQuery(pairs), false}
}

func ofRule(id string) query.Query {
	below := query.NewPrefixQuery(id + "/")
	below.SetField(fieldRule)
	return query.NewDisjunctionQuery([]query.Query{term(fieldRule, id), below})
}

// ofValue finds either end of a value between the limits: whole buckets by
// their coarse keys, the two at the ends by exact ones.
func ofValue(c valueIs) query.Query {
	lowest, highest := amountKey(c.unit, "!"), amountKey(c.unit, "\x7f")
	fromBucket, toBucket := lowest, highest
	var parts []query.Query
	if c.from.set {
		fromBucket = amountKey(c.unit, bucketOf(orderKey(c.from.number)))
		lowest = amountKey(c.unit, orderKey(c.from.number))
		parts = append(parts, bounded(fieldAmount, lowest, fromBucket+"\x7f", c.from.inclusive, true))
	}
	if c.to.set {
		toBucket = amountKey(c.unit, bucketOf(orderKey(c.to.number)))
		highest = amountKey(c.unit, orderKey(c.to.number))
		parts = append(parts, bounded(fieldAmount, toBucket, highest, true, c.to.inclusive))
	}
	if fromBucket == toBucket {
		return bounded(fieldAmount, lowest, highest, c.from.inclusive, c.to.inclusive)
	}
	return query.NewDisjunctionQuery(append(parts,
		bounded(fieldBucket, fromBucket, toBucket, false, false)))
}

func term(field, text string) query.Query {
	q := query.NewTermQuery(text)
	q.SetField(field)
	return q
}

// between finds terms from..to; "" is no limit.
func between(field, from, to string) query.Query { return bounded(field, from, to, true, true) }

func bounded(field, from, to string, withFrom, withTo bool) query.Query {
	if to == "" {
		to = strings.Repeat("\x7f", 4)
	}
	if from == "" {
		from, withFrom = "!", true
	}
	q := query.NewTermRangeInclusiveQuery(from, to, &withFrom, &withTo)
	q.SetField(field)
	return q
}
