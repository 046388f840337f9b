package attribute

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// strengths are the verbs of promises, in the order in which they decide: who
// strives to complete strives.
type strengths []struct {
	strength report.Strength
	words    map[string]bool
}

func newStrengths(lex *lexicon.Lexicon) strengths {
	return strengths{
		{report.Ensure, lex.Set("确保词")},
		{report.Strive, lex.Set("力争词")},
		{report.PlanTo, lex.Set("谋划词")},
		{report.Complete, lex.Set("完成词")},
		{report.Push, lex.Set("推进词")},
	}
}

// of returns the strength of the promise made by the words before word at.
func (s strengths) of(c *clause, at int) report.Strength {
	for _, one := range s {
		for i := 0; i < at && i < len(c.words); i++ {
			if one.words[c.words[i].text] {
				return one.strength
			}
		}
	}
	return ""
}
