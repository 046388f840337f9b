package pipeline

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRuleText copies every built-in rule into a file of its own and finds
// nothing wrong with it.
func TestRuleText(t *testing.T) {
	p, _, err := loadRules(Options{Rules: []fs.FS{fstest.MapFS{}}})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, r := range p.Rules().Rules {
		file, text, ok := p.RuleText(r.ID)
		if !ok || !strings.Contains(text, "title: "+r.Title) {
			t.Errorf("%s: %q", r.ID, text)
		}
		texts[file] = AddRules(texts[file], text)
	}
	own := fstest.MapFS{}
	for file, text := range texts {
		own[file] = &fstest.MapFile{Data: []byte(text)}
	}
	all, problems, err := List(Options{Rules: []fs.FS{own}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for _, r := range all.Rules {
		if !r.Replaces {
			t.Errorf("%s is not replaced", r.ID)
		}
	}
}

func TestAddRules(t *testing.T) {
	const more = "title: 乙\nrules:\n  - title: 二\n    id: two\n"
	for _, c := range []struct{ name, text, want string }{
		{"nothing", " \n", more},
		{"same indent", "title: 甲\nrules:\n  - title: 一\n    id: one\n\n",
			"title: 甲\nrules:\n  - title: 一\n    id: one\n\n  - title: 二\n    id: two\n"},
		{"no indent", "title: 甲\nrules:\n- title: 一\n  id: one\n",
			"title: 甲\nrules:\n- title: 一\n  id: one\n\n- title: 二\n  id: two\n"},
		{"deeper", "title: 甲\nrules:\n    - title: 一\n", "title: 甲\nrules:\n    - title: 一\n\n    - title: 二\n      id: two\n"},
		{"no rules", "title: 甲\nindicators:\n  - name: 丙\n",
			"title: 甲\nindicators:\n  - name: 丙\nrules:\n  - title: 二\n    id: two\n"},
	} {
		if got := AddRules(c.text, more); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
