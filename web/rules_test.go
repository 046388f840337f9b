package web

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestRules(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/rules", "general/amount", "教育：指标达到多少", "正例", "反例", "学前三年毛入园率")
	s.get(t, "/rules", inEnglish...).shows(t, "Try a sentence", "Counterexamples")
	s.shows(t, "/rules?test=true", "全部规则的正例和反例都成立")
}

// TestTrySentence explains a sentence, and a planned one.
func TestTrySentence(t *testing.T) {
	s := sampleSite(t)
	q := url.Values{"try": {"全年新增学位2700个，<b>投资</b>3.2亿元。"}, "year": {"2022"}}
	r := s.get(t, "/rules?"+q.Encode())
	r.shows(t, `<mark>2700个<span class="slot">`, "新增", "学位", "命中的规则", "&lt;b&gt;")
	r.lacks(t, "<b>投资")
	q = url.Values{"try": {"确保滨江小学6月底竣工。"}, "plan": {"true"}, "year": {"2022"}}
	s.shows(t, "/rules?"+q.Encode(), "2023-06-30", "checked")
	q = url.Values{"try": {"他很高兴。"}}
	s.shows(t, "/rules?"+q.Encode(), "没有事实")
}

// TestRuleInTheBrowser follows a fact to the rule that made it.
func TestRuleInTheBrowser(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	q := url.Values{"try": {"全年新增学位2700个。"}}
	b.open("/rules?"+q.Encode(), narrow, light)
	b.holdsWidth()
	b.isAccessible()
	b.picture("rules-tried")
	b.run(chromedp.Click(".tried tbody a"), chromedp.WaitVisible(".rule:target"))
}
