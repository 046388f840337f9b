package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"taizhang/report"
	"taizhang/service"
)

func TestReview(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/ledger/review", "逐条确认", "条待确认", "您的姓名", "下一条", "上一条")
	s.shows(t, "/ledger/review?org=no-such-office", "没有待确认的承诺")
}

// TestReviewByForms goes through the queue as a browser without JavaScript does.
func TestReviewByForms(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/20*")
	queue, err := s.service.Ledger(service.LedgerRequest{Review: []service.ReviewState{service.ReviewOpen}, Sort: service.ByUrgency})
	if err != nil || len(queue) < 4 {
		t.Fatalf("%d lines: %v", len(queue), err)
	}
	r := s.sent(t, reviewPath, "do", "confirm", "id", queue[0].ID)
	r.shows(t, "已确认。", queue[1].ID, "撤销上一步")
	r = s.sent(t, reviewPath, "do", "wrong", "id", queue[1].ID)
	r.shows(t, "已记为有误", queue[2].ID)
	p, err := s.service.Promise(queue[1].ID, report.Date{})
	if err != nil || p.Review != service.ReviewWrong {
		t.Errorf("%s, want wrong: %v", p.Review, err)
	}
	_, undo, _ := strings.Cut(r.body, `name="decision" value="`)
	undo, _, _ = strings.Cut(undo, `"`)
	s.sent(t, reviewPath, "do", "undo", "decision", undo).shows(t, "已撤销。", `name="id" value="`+queue[1].ID)
}

// TestTenPromisesByKeyboard reviews ten promises with one key each.
func TestTenPromisesByKeyboard(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/20*")
	b := openBrowser(t, s)
	b.signs(url.QueryEscape("林"))
	b.open("/ledger/review", wide, light)
	press := func(key, until string) {
		t.Helper()
		before := script[string](b, `document.querySelector("input[name=id]").value`)
		b.run(chromedp.KeyEvent(key), chromedp.Poll(`document.querySelector("input[name=id]").value !== "`+before+`" &&
			document.querySelector("#said").textContent.includes("`+until+`")`, nil))
		if got := script[string](b, `document.activeElement.id`); got != "line" {
			t.Errorf("after %s the focus is on %q, want the line", key, got)
		}
	}
	for i := range 10 {
		if i%4 == 3 {
			press("x", "有误")
		} else {
			press("c", "已确认")
		}
	}
	press("j", "")
	press("k", "")
	press("u", "已撤销")
	counts, err := s.service.LedgerCounts(service.LedgerRequest{})
	if err != nil || counts.Review[service.ReviewDone] != 7 || counts.Review[service.ReviewWrong] != 2 {
		t.Errorf("%v: %v, want 7 confirmed and 2 wrong", counts.Review, err)
	}
}
