package recognise

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"taizhang/report"
)

// TestTimesCorpus reads testdata/times.txt: one value, all its spellings.
func TestTimesCorpus(t *testing.T) {
	ts := newTestTimes(t)
	data, err := os.ReadFile("testdata/times.txt")
	if err != nil {
		t.Fatal(err)
	}
	var a report.Anchor
	spellings := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if words, ok := strings.CutPrefix(line, "# anchor:"); ok {
			a = readAnchor(t, words)
		}
		want, list, ok := strings.Cut(line, " = ")
		if !ok || line[0] == '#' {
			continue
		}
		for spelling := range strings.SplitSeq(list, " | ") {
			spellings++
			checkTimeSpelling(t, ts, a, want, spelling)
		}
	}
	if spellings < 300 {
		t.Errorf("%d spellings, want 300", spellings)
	}
}

// readAnchor reads "reviewed 2023 planned 2024 year 2024 this 2024" or "date 2024-05-15".
func readAnchor(t *testing.T, words string) report.Anchor {
	t.Helper()
	fields := strings.Fields(words)
	a := report.Anchor{}
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i] == "date" {
			d, err := report.ParseDate(fields[i+1])
			if err != nil {
				t.Fatal(err)
			}
			return report.Anchor{Date: d, Year: d.Year, ThisYear: d.Year, Reviewed: d.Year}
		}
		year, err := strconv.Atoi(fields[i+1])
		if err != nil {
			t.Fatal(err)
		}
		switch fields[i] {
		case "reviewed":
			a.Reviewed = year
		case "planned":
			a.Planned = year
		case "year":
			a.Year = year
		case "this":
			a.ThisYear = year
		}
	}
	return a
}

// checkTimeSpelling reads a spelling and compares what is found at its mark, or in
// all of it, with the value wanted.
func checkTimeSpelling(t *testing.T, ts *times, a report.Anchor, want, spelling string) {
	t.Helper()
	text := strings.NewReplacer("【", "", "】", "").Replace(spelling)
	span := report.Span{Start: 0, End: len(text)}
	if i := strings.Index(spelling, "【"); i >= 0 {
		span = report.Span{Start: i, End: strings.Index(spelling, "】") - len("【")}
	}
	found := timesIn(ts, text, a)
	if want == "!" {
		if len(found) > 0 {
			t.Errorf("%q: found %s, want nothing", text, showTimes(text, found))
		}
		return
	}
	for _, m := range found {
		if m.Span == span {
			if got := timeValue(m, want); got != want {
				t.Errorf("%q: is %q, want %q", text, got, want)
			}
			return
		}
	}
	t.Errorf("%q: found %s, want %s at %q", text, showTimes(text, found), want, span.Of(text))
}

// timeValue writes the value of a mention in the form of want.
func timeValue(m report.Mention, want string) string {
	switch {
	case m.Type == report.MentionDuration:
		low, high := m.Value.Min.String(), m.Value.Max.String()
		if low != high {
			low += "-" + high
		}
		return low + m.Value.Unit + " duration"
	case m.Type == report.MentionEvery && m.Value.Per != "":
		return string(m.Value.Per) + " every"
	case m.Type == report.MentionEvery:
		return m.Grain + " every"
	case m.Period.IsZero():
		return "?"
	case strings.HasSuffix(want, " by") && m.ByWhen:
		return m.Due.String() + " by"
	case strings.HasSuffix(want, " due"), strings.HasSuffix(want, " by"):
		return m.Due.String() + " due"
	}
	return m.Period.String()
}
