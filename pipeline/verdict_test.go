package pipeline

import (
	"bufio"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
	"taizhang/track"
)

// TestVerdicts holds what the ledger says of one promise of a plan and one
// sentence of the next report, both invented; see testdata/verdicts.txt.
func TestVerdicts(t *testing.T) {
	file, err := os.Open("testdata/verdicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if lines.Text() == "" || strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		parts := strings.Split(lines.Text(), " | ")
		if len(parts) != 3 {
			t.Fatalf("%q: want plan | review | statuses", lines.Text())
		}
		l := verdictOf(t, parts[0], parts[1])
		if !slices.Contains(strings.Fields(parts[2]), string(l.Status)) {
			t.Errorf("%s → %s: %s, want %s: %q %s", parts[0], parts[1], l.Status, parts[2], l.Text, firstAnswer(&l))
		}
	}
}

// verdictOf returns the line of the ledger that a plan of one sentence makes,
// answered by one sentence; in several lines it is the last that stands in 【】.
func verdictOf(t *testing.T, plan, review string) report.Commitment {
	t.Helper()
	marked := ""
	if before, rest, ok := strings.Cut(plan, "【"); ok {
		words, behind, _ := strings.Cut(rest, "】")
		marked, plan = words, before+words+behind
	}
	var reports []report.Report
	for _, text := range []string{
		"柳河县政府工作报告\n\n——2012年1月10日\n\n各位代表：\n\n一、2011年工作回顾\n\n过去的一年，全县各项会议按时召开。机关作风持续好转。\n\n二、2012年工作安排\n\n" + plan + "\n",
		"柳河县政府工作报告\n\n——2013年1月10日\n\n各位代表：\n\n一、2012年工作回顾\n\n过去的一年，全县各项会议按时召开。" + review +
			"文化下乡活动丰富多彩。信访秩序平稳。机关作风持续好转。食品安全形势稳定。\n\n二、2013年工作安排\n\n新建凉亭3座。\n",
	} {
		r, err := pipeline(t).File(context.Background(), "报告.txt", []byte(text), Hints{})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, r)
	}
	var out report.Commitment
	for _, l := range track.Ledger(reports, track.NewWords(pipeline(t).Words), track.Options{Today: report.NewDate(2013, 3, 1)}) {
		if l.MadeIn == reports[0].ID && (marked == "" && out.ID == "" || marked != "" && strings.Contains(l.Text, marked)) {
			out = l
		}
	}
	return out
}
