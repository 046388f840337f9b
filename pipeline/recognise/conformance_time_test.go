package recognise

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// The time family of the conformance cases: what the public peers say of a
// time, a date, a length or a frequency, against what the recogniser says.
// Peers disagree with each other, so their conventions are brought to ours
// here, in the files conformance_time_*_test.go, never in the recogniser.

// timeSuites are the suites of the family; of the -tn and -itn suites only the
// cases about dates belong to it.
var timeSuites = []string{
	"recognizers-datetime", "recognizers-datetime-experimental",
	"recognizers-parts-extractor", "recognizers-parts-parser",
	"duckling-time", "duckling-duration", "jionlp-time", "jionlp-time-extract",
	"fst-time", "wetext-itn", "nemo-itn", "wetext-tn", "nemo-tn",
}

type timeCase struct {
	ID        string         `json:"id"`
	Suite     string         `json:"suite"`
	Input     string         `json:"input"`
	Reference string         `json:"reference_date"`
	Scope     string         `json:"scope"`
	Register  string         `json:"register"`
	Part      string         `json:"part"`
	Kind      string         `json:"kind"`
	Expected  []timeExpected `json:"expected"`
}

type timeExpected struct {
	Text       string          `json:"text"`
	Start      int             `json:"start"`
	End        int             `json:"end"`
	Type       string          `json:"type"`
	Resolution json.RawMessage `json:"resolution"`
}

// notCounted says why a case is outside what is promised, or "".
func (c timeCase) notCounted() string {
	if c.Register != "report" {
		return "dialogue"
	}
	if strings.HasSuffix(c.Suite, "n") && strings.Contains(c.Suite, "-") && c.Kind != "" &&
		!dateKind(c) {
		return "no date"
	}
	for _, part := range []string{"Time", "DateTime"} {
		if strings.HasPrefix(c.Part, part+"E") || strings.HasPrefix(c.Part, part+"P") {
			return "clock"
		}
	}
	switch {
	case reign.MatchString(c.Input):
		return "reign year"
	case foreign.MatchString(c.Input):
		return "foreign or religious holiday"
	case clock.MatchString(c.Input) && len(c.Expected) > 0, span.MatchString(c.Input):
		return "clock time or span under a day"
	}
	return ""
}

func dateKind(c timeCase) bool {
	if c.Kind == "date" {
		return true
	}
	return len(c.Expected) == 1 && c.Expected[0].Type == "date"
}

var (
	reign = regexp.MustCompile(
		`康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|顺治|万历|贞观|民国|洪武|永乐`)
	foreign = regexp.MustCompile(
		`赎罪日|灰日|伊斯兰|天主|三一主日|以色列|修殿节|哈努卡|光明节|难近母|九夜节|圣诞|复活节|` +
			`感恩节|万圣|情人节|开斋|斋月|古尔邦|排灯|洒红|逾越|五旬|住棚|犹太|佛诞|浴佛|卫塞|` +
			`母亲节|父亲节|愚人`)
	clock = regexp.MustCompile(
		`[0-9０-９零一二三四五六七八九十半两] ?[点时秒刻]|小时|分钟|分半|[0-9]分|秒|钟头|` +
			`深夜|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|当晚|日夜|此时|半天|天半|[0-9]{1,2}:[0-9]{2}`)
	span = regexp.MustCompile(`小时|分钟|秒钟|刻钟|钟头|[白全半]天|[0-9]秒`)
)

func TestConformanceTimes(t *testing.T) {
	folder := os.Getenv("TAIZHANG_CONFORMANCE")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "conformance")
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("no conformance cases in %s; set TAIZHANG_CONFORMANCE", folder)
	}
	ts := newTestTimes(t)
	excluded := readExcluded(t, "testdata/conformance-excluded-times.txt")
	var table strings.Builder
	var all timeTally
	for _, suite := range timeSuites {
		tally := timeTally{}
		for _, c := range readTimeCases(t, filepath.Join(folder, suite+".jsonl")) {
			tally.add(t, ts, c, excluded)
		}
		fmt.Fprintf(&table, "%-36s %s\n", suite, tally)
		all.merge(tally)
	}
	fmt.Fprintf(&table, "%-36s %s\n", "time family", all)
	t.Logf("\n%-36s %5s %5s %8s %8s\n%s", "suite", "right", "of", "share", "left out", &table)
	if all.right*100 < all.tried*95 {
		t.Errorf("%d of %d right, want 95 %%", all.right, all.tried)
	}
	if all.out*100 > (all.tried+all.out)*15 {
		t.Errorf("%d of %d cases left out, at most 15 %% may be", all.out, all.tried+all.out)
	}
}

// timeTally counts the cases of a suite: right, tried, left out by id.
type timeTally struct{ right, tried, out int }

func (n *timeTally) add(t *testing.T, ts *times, c timeCase, excluded map[string]string) {
	if c.notCounted() != "" {
		return
	}
	if excluded[c.ID] != "" {
		n.out++
		return
	}
	n.tried++
	found := timesIn(ts, c.Input, c.anchor())
	if why := judgeTimes(ts, c, found); why != "" {
		t.Logf("%s %s %q: %s; found %s", c.ID, c.Reference, c.Input, why, showTimes(c.Input, found))
		return
	}
	n.right++
}

func (n *timeTally) merge(m timeTally) {
	n.right += m.right
	n.tried += m.tried
	n.out += m.out
}

func (n timeTally) String() string {
	if n.tried == 0 {
		return fmt.Sprintf("%5d %5d %8s %8d", 0, 0, "-", n.out)
	}
	return fmt.Sprintf("%5d %5d %7.1f%% %8d",
		n.right, n.tried, 100*float64(n.right)/float64(n.tried), n.out)
}

func (c timeCase) anchor() report.Anchor {
	d := c.reference()
	return report.Anchor{
		Date: d, Year: d.Year, ThisYear: d.Year, Reviewed: d.Year, Planned: d.Year + 1,
	}
}

// reference is the day of speaking; cases that give none get one, because the
// absolute times they hold do not depend on it.
func (c timeCase) reference() report.Date {
	if len(c.Reference) < len("2017-03-22") {
		return report.NewDate(2021, 6, 14)
	}
	d, err := report.ParseDate(c.Reference[:len("2017-03-22")])
	if err != nil {
		return report.Date{}
	}
	return d
}

func readTimeCases(t *testing.T, name string) []timeCase {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []timeCase
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c timeCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		cases = append(cases, c)
	}
	return cases
}

// readExcluded reads the cases left out: an id and the reason on a line.
func readExcluded(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "  # ")
		if line == "" || line[0] == '#' {
			continue
		}
		id, why, ok := strings.Cut(line, " ")
		if !ok {
			t.Fatalf("%s: %q: want an id and a reason", name, line)
		}
		out[id] = why
	}
	return out
}

// judgeTimes says what is wrong with the mentions found, or "".
func judgeTimes(ts *times, c timeCase, found []report.Mention) string {
	found = c.relevant(found)
	if c.Scope == "pair" {
		return judgePair(ts, c, found)
	}
	if len(found) != len(c.Expected) {
		return fmt.Sprintf("want %d times %s", len(c.Expected), showExpected(c))
	}
	for i, e := range c.Expected {
		m := found[i]
		if c.Scope != "values" && !sameSpan(c, e, m) {
			return fmt.Sprintf("want the span %q", e.Text)
		}
		if !ts.sameValue(c, e, m) {
			return fmt.Sprintf("want the value %s", e.Resolution)
		}
	}
	return ""
}

// relevant keeps the mentions of the kind that the suite speaks of.
func (c timeCase) relevant(found []report.Mention) []report.Mention {
	want := func(m report.Mention) bool { return true }
	switch {
	case strings.HasPrefix(c.Part, "DatePeriod"):
		want = func(m report.Mention) bool { return m.Type == report.MentionTime && !isDay(m) }
	case strings.HasPrefix(c.Part, "Date"), strings.HasPrefix(c.Part, "Holiday"):
		want = func(m report.Mention) bool { return m.Type == report.MentionTime && isDay(m) }
	case strings.HasPrefix(c.Part, "Duration"), c.Suite == "duckling-duration":
		want = func(m report.Mention) bool { return m.Type == report.MentionDuration }
	case strings.HasPrefix(c.Part, "Set"):
		want = func(m report.Mention) bool { return m.Type == report.MentionEvery }
	case c.Suite == "fst-time" || c.Suite == "jionlp-time-extract":
		want = func(m report.Mention) bool { return m.Type == report.MentionTime }
	}
	return slices.DeleteFunc(slices.Clone(found), func(m report.Mention) bool { return !want(m) })
}

func isDay(m report.Mention) bool { return m.Grain == grainDay }

func sameSpan(c timeCase, e timeExpected, m report.Mention) bool {
	start := len([]rune(c.Input[:m.Span.Start]))
	end := start + len([]rune(m.Span.Of(c.Input)))
	return start == e.Start && end == e.End
}

// judgePair compares the values of the written and the spoken form.
func judgePair(ts *times, c timeCase, found []report.Mention) string {
	var to struct {
		Spoken string `json:"spoken"`
	}
	if err := json.Unmarshal(c.Expected[0].Resolution, &to); err != nil {
		return err.Error()
	}
	spoken := timesIn(ts, to.Spoken, c.anchor())
	if len(found) == 0 || len(found) != len(spoken) {
		return fmt.Sprintf("and %s in %q", showTimes(to.Spoken, spoken), to.Spoken)
	}
	for i := range found {
		x, y := found[i], spoken[i]
		if x.Type != y.Type || x.Period != y.Period || !x.Value.Min.Equal(y.Value.Min) {
			return fmt.Sprintf("and %s in %q", showTimes(to.Spoken, spoken), to.Spoken)
		}
	}
	return ""
}

func showTimes(text string, found []report.Mention) string {
	var out []string
	for _, m := range found {
		out = append(out, fmt.Sprintf("%s %s %s %s%s%s", m.Type, m.Span.Of(text), m.Period, m.Grain,
			map[bool]string{true: " by " + m.Due.String()}[m.ByWhen], lengthOf(m)))
	}
	return "[" + strings.Join(out, "; ") + "]"
}

func lengthOf(m report.Mention) string {
	if m.Type != report.MentionDuration {
		return ""
	}
	return " " + m.Value.Min.String() + "-" + m.Value.Max.String() + m.Value.Unit
}

func showExpected(c timeCase) string {
	var out []string
	for _, e := range c.Expected {
		out = append(out, fmt.Sprintf("%s %s", e.Text, e.Resolution))
	}
	return "[" + strings.Join(out, "; ") + "]"
}
