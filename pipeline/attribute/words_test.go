package attribute

import (
	"os"
	"testing"

	"taizhang/pipeline/lexicon"
)

// Every class has words: a list renamed in rules/lexicon, or hidden by one of
// the same name in another file, is found here.
func TestEveryClassHasWords(t *testing.T) {
	lex, _, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classWords {
		if len(lex.Words(c.list)) == 0 {
			t.Errorf("no word list %s in rules/lexicon", c.list)
		}
	}
	for _, r := range roleWords {
		if len(lex.Words(r.list)) == 0 {
			t.Errorf("no word list %s in rules/lexicon", r.list)
		}
	}
	a := newAffixes(lex)
	for i, e := range []ends{
		a.places, a.which, a.ordinal, a.stretch, a.times, a.newly, a.to, a.within, a.inARow,
		a.doubled, a.before, a.opening, a.closing, a.of,
	} {
		if len(e.words) == 0 {
			t.Errorf("no word list for ends %d in rules/lexicon", i)
		}
	}
}

func TestClassOf(t *testing.T) {
	v := &attributor(t).words
	tests := []struct {
		word string
		want class
		why  string
	}{
		{"全面铺开", isVerb, "副词加动作"},
		{"持续增长", isUp, "副词加变化"},
		{"新注册", isVerb, "新加动作"},
		{"森林蓄积量", isAmountNoun, "数额字尾"},
		{"压减至", isReach, "变化加至"},
		{"投资计划", isPlanTail, "固定名以计划结尾"},
	}
	for _, one := range tests {
		if v.classOf(one.word)&one.want == 0 {
			t.Errorf("%s：want %s", one.word, one.why)
		}
	}
}
