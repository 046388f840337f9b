package recognise

import "slices"

// timeWords is times.yaml made ready for looking words up.
type timeWords struct {
	years, months, quarters, weeks, weekends, days wordTable[int]
	parts, seasons, tenDays, yearPairs             wordTable[[2]int]
	sectionYears, office                           wordTable[bool]
	notYear, notMonth                              wordTable[bool]
	yearEdge, yearEdgeShort                        wordTable[edge]
	monthEdge, monthEdgeShort                      wordTable[edge]
	eve                                            wordTable[int]

	lunarMark, leap, era, beforeEra wordTable[bool]
	lunarMonths                     wordTable[int]

	units           wordTable[string]
	notUnit, notDay wordTable[bool]

	lengthBefore, lengthAfter wordTable[string]
	lengthAnd                 wordTable[bool]

	beforeWords, afterWords, ago, later, since, within, inside, span, vague wordTable[bool]

	from, fromAlone, fromEnd, until, untilEnd, by, dashes, joins                   wordTable[bool]
	before, after, notAfter, notBefore, about, during                              wordTable[bool]
	now, pass                                                                      wordTable[bool]
	notWithin, notSince                                                            wordTable[bool]
	byAfter, nearEnds, notBeforeYear, notBeforeHead, notBeforeQuarter, countedDays []string
	nextYear, beforeOrOn, thatDay, between, head, tail, firstDay                   wordTable[bool]
	quarterMonth                                                                   wordTable[int]

	planWords                             wordTable[planWord]
	planHead, planTail, planOrdinal, name wordTable[bool]

	everyMark             wordTable[bool]
	everyUnits, everyWord wordTable[string]

	numberDayAfter, notAfterRune wordTable[bool]

	century, decade         wordTable[bool]
	centuries               wordTable[int]
	centuryPart, decadePart wordTable[[2]int]
}

// edge is the end of a year or a month that a word points at.
type edge int

const (
	noEdge edge = iota
	atEnd
	atStart
	within
	whole
	atMiddle
)

func newTimeWords(t timesTable) timeWords {
	w := timeWords{
		years: newWordTable(t.Years), months: newWordTable(t.Months),
		quarters: newWordTable(t.Quarters), weeks: newWordTable(t.Weeks),
		weekends: newWordTable(t.Weekends),
		days:     newWordTable(t.Days), parts: newWordTable(t.Parts),
		seasons: newWordTable(t.Seasons),
		tenDays: newWordTable(t.TenDays), yearPairs: newWordTable(t.YearPairs),
		sectionYears: newWordList(t.SectionYears), office: newWordList(t.Office),
		notYear:   newWordList(t.NotYear),
		notMonth:  newWordList(t.NotMonth),
		eve:       newWordTable(t.Eve),
		lunarMark: newWordList(t.Lunar.Marks), leap: newWordList(t.Lunar.Leap),
		lunarMonths: newWordTable(t.Lunar.Months),
		era:         newWordList(t.Era), beforeEra: newWordList(t.BeforeEra),
		units: newWordTable(t.Units), notUnit: newWordList(t.NotUnit),
		notDay: newWordList(t.NotDay),
	}
	w.yearEdge, w.yearEdgeShort = t.YearEdges.tables()
	w.monthEdge, w.monthEdgeShort = t.MonthEdges.tables()
	w.addMarks(t)
	w.addNames(t)
	return w
}

func (w *timeWords) addMarks(t timesTable) {
	w.beforeWords, w.afterWords = newWordList(t.BeforeWords), newWordList(t.AfterWords)
	w.ago, w.later = newWordList(t.Ago), newWordList(t.Later)
	w.since, w.within = newWordList(t.Since), newWordList(t.Within)
	w.inside, w.notBeforeYear = newWordList(t.Inside), t.NotBeforeYear
	w.countedDays = t.CountedDays
	w.notBeforeHead, w.notBeforeQuarter = t.NotBeforeHead, t.NotBeforeQuarter
	w.nextYear = newWordList(t.NextYear)
	w.beforeOrOn = newWordList(t.BeforeOrOn)
	w.thatDay, w.between = newWordList(t.ThatDay), newWordList(t.Between)
	w.head, w.tail = newWordList(t.Counted.Head), newWordList(t.Counted.Tail)
	w.firstDay = newWordList(t.Counted.FirstDay)
	w.quarterMonth = newWordTable(t.Counted.QuarterMonth)
	w.span, w.vague = newWordList(t.Span), newWordList(t.Vague)
	w.lengthBefore, w.lengthAfter = newWordTable(t.Lengths.Before), newWordTable(t.Lengths.After)
	w.lengthAnd = newWordList(t.Lengths.And)
	w.from, w.fromEnd = newWordList(t.From), newWordList(t.FromEnd)
	w.fromAlone = newWordList(t.FromAlone)
	w.until, w.untilEnd = newWordList(t.Until), newWordList(t.UntilEnd)
	w.by, w.byAfter = newWordList(t.By), t.ByAfter
	w.dashes, w.joins = newWordList(t.Dashes), newWordList(t.Joins)
	w.before, w.after = newWordList(t.Before), newWordList(t.After)
	w.notAfter, w.notBefore = newWordList(t.NotAfter), newWordList(t.NotBefore)
	w.about, w.during = newWordList(t.About), newWordList(t.During)
	w.pass = newWordList(t.PassWords)
	w.now, w.nearEnds = newWordList(t.Now), t.NearEnds
	w.notWithin, w.notSince = newWordList(t.NotWithin), newWordList(t.NotSince)
}

func (w *timeWords) addNames(t timesTable) {
	w.planWords = t.planWords()
	w.planHead, w.planTail = newWordList(t.Plans.Head), newWordList(t.Plans.Tail)
	w.name, w.planOrdinal = newWordList(t.Plans.Names), newWordList(t.Plans.Ordinal)
	w.everyMark = newWordList(t.Every.Marks)
	w.everyUnits, w.everyWord = newWordTable(t.Every.Units), newWordTable(t.Every.Words)
	w.numberDayAfter = newWordList(t.NumberDayAfter)
	w.notAfterRune = newWordList(t.NotAfterRune)
	w.century, w.decade = newWordList(t.Centuries.Mark), newWordList(t.Centuries.Decade)
	w.centuries = newWordTable(t.Centuries.Relative)
	w.centuryPart = newWordTable(t.Centuries.Parts)
	w.decadePart = newWordTable(t.Centuries.DecadeParts)
}

func (t edgeTable) tables() (long, short wordTable[edge]) {
	long, short = newWordTable[edge](nil), newWordTable[edge](nil)
	for _, list := range []struct {
		words []string
		edge  edge
		table *wordTable[edge]
	}{
		{t.End, atEnd, &long}, {t.EndShort, atEnd, &short},
		{t.Start, atStart, &long}, {t.StartShort, atStart, &short},
		{t.Whole, whole, &long}, {t.Within, within, &long}, {t.Middle, atMiddle, &long},
		{t.MiddleShort, atMiddle, &short},
	} {
		for _, word := range list.words {
			list.table.add(word, list.edge)
		}
	}
	return long, short
}

// pointWords returns the words that a point of time can start with, besides
// numbers and holidays.
func (w *timeWords) pointWords() []string {
	return slices.Concat(w.years.list, w.months.list, w.quarters.list,
		w.weeks.list, w.weekends.list, w.monthEdge.list,
		w.days.list, w.parts.list, w.seasons.list,
		w.yearPairs.list, w.sectionYears.list, w.office.list, w.yearEdge.list,
		w.lunarMark.list, w.leap.list, w.lunarMonths.list, w.era.list,
		w.beforeEra.list, w.centuries.list)
}
