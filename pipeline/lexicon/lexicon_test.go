package lexicon

import (
	"slices"
	"testing"
	"testing/fstest"
)

func folder(files map[string]string) fstest.MapFS {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs["lexicon/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

func TestLaterFoldersOverrideByName(t *testing.T) {
	builtIn := folder(map[string]string{
		"verbs.yaml": "title: 动词\nwords:\n  完成: [竣工, 完工]\n  推进: [加快]\n",
		"units.yaml": "title: 单位\nunits: [个]\n",
	})
	own := folder(map[string]string{"verbs.yaml": "title: 动词\nwords:\n  完成: [建成]\n"})
	lex, problems, err := Load(builtIn, own)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if got := lex.Words("完成"); !slices.Equal(got, []string{"建成"}) {
		t.Errorf("完成 is %v, want the own list", got)
	}
	if !lex.Set("推进")["加快"] || !slices.Equal(lex.Classes(), []string{"完成", "推进"}) {
		t.Errorf("classes %v", lex.Classes())
	}
	var table struct {
		Title string   `yaml:"title"`
		Units []string `yaml:"units"`
	}
	if err := lex.Decode("units.yaml", &table); err != nil || len(table.Units) != 1 {
		t.Errorf("table %+v, %v", table, err)
	}
	if err := lex.Decode("absent.yaml", &table); err == nil {
		t.Error("an absent table has no error")
	}
}

func TestEveryMistakeIsToldWithItsLine(t *testing.T) {
	_, problems, err := Load(folder(map[string]string{
		"a.yaml": "title: 甲\nwords:\n  完成: 竣工\ncolour: red\nsize: 3\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, p := range problems {
		if p.File != "lexicon/a.yaml" {
			t.Errorf("problem of file %q", p.File)
		}
		lines = append(lines, p.Line)
	}
	slices.Sort(lines)
	if !slices.Equal(lines, []int{3, 4, 5}) {
		t.Errorf("lines %v, want 3, 4 and 5", lines)
	}
}

func TestTwoListsOfOneNameAreAProblem(t *testing.T) {
	_, problems, err := Load(folder(map[string]string{
		"a.yaml": "title: 甲\nwords:\n  完成: [竣工]\n",
		"b.yaml": "title: 乙\nwords:\n  完成: [建成]\n",
	}))
	if err != nil || len(problems) != 1 || problems[0].File != "lexicon/b.yaml" {
		t.Errorf("problems %v, %v; want one, of the second file", problems, err)
	}
}
