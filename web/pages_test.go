package web

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What a page needs is held here: a template, a test, words in both languages
// of which each is used and none is missing.

func TestPagesAreWhole(t *testing.T) {
	s := &server{}
	names := []string{"layout", "problem", "preparing"} // shown by no row of their own
	for _, p := range s.allPages() {
		names = append(names, p.name)
		if _, err := os.Stat(p.name + "_test.go"); err != nil {
			t.Errorf("page %s has no test: want %s_test.go", p.name, p.name)
		}
	}
	templates, err := loadTemplates()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if _, ok := templates[name]; !ok && name != "layout" {
			t.Errorf("page %s has no template: want templates/%s.html", name, name)
		}
	}
	for name := range templates {
		if !slices.Contains(names, name) {
			t.Errorf("templates/%s.html belongs to no page of routes.go", name)
		}
	}
}

func TestCataloguesAgree(t *testing.T) {
	all, err := loadCatalogues()
	if err != nil {
		t.Fatal(err)
	}
	zh, en := all[chinese], all[english]
	for key, text := range zh {
		other, ok := en[key]
		switch {
		case !ok:
			t.Errorf("%s is there in Chinese only", key)
		case !slices.Equal(verbs(text), verbs(other)):
			t.Errorf("%s: %q and %q take other arguments", key, text, other)
		}
	}
	for key := range en {
		if _, ok := zh[key]; !ok {
			t.Errorf("%s is there in English only", key)
		}
	}
}

// verbs returns the marks of arguments, sorted: a language may turn them round
// by %[2]s.
func verbs(text string) []string {
	found := regexp.MustCompile(`%(\[\d+\])?[sdv]`).FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// TestMessagesAreUsed finds messages that no page uses, and uses of messages
// that are not there.
func TestMessagesAreUsed(t *testing.T) {
	all, err := loadCatalogues()
	if err != nil {
		t.Fatal(err)
	}
	used := usedMessages(t)
	for _, key := range slices.Sorted(maps.Keys(used)) {
		if _, ok := all[chinese][key]; !ok {
			t.Errorf("message %s is used but not there", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(all[chinese])) {
		group, _, _ := strings.Cut(key, ".")
		if !used[key] && group != "nav" && group != "problem" { // their keys are put together
			t.Errorf("message %s is there but not used", key)
		}
	}
}

// usedMessages reads the keys out of templates and Go files: T "key".
func usedMessages(t *testing.T) map[string]bool {
	t.Helper()
	use := regexp.MustCompile(`\bT[ (]"([a-z_0-9]+\.[a-z_0-9]+)"`)
	used := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(file string, d fs.DirEntry, err error) error {
		ext := path.Ext(file)
		if err != nil || d.IsDir() || ext != ".html" && ext != ".go" || strings.HasSuffix(file, "_test.go") || file == "doc.go" {
			return err
		}
		data, err := os.ReadFile(file)
		for _, m := range use.FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}

// TestNothingInline holds what the security policy forbids out of the templates.
func TestNothingInline(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|javascript:|<script>`)
	err := fs.WalkDir(templateFiles, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := templateFiles.ReadFile(file)
		if m := forbidden.Find(data); m != nil {
			t.Errorf("%s holds %q, which browsers refuse under our policy", file, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNavigationLeadsSomewhere follows every link of the frame.
func TestNavigationLeadsSomewhere(t *testing.T) {
	s := sampleSite(t)
	links := regexp.MustCompile(`(?:href|src)="(/[^"]*)"`).FindAllStringSubmatch(s.get(t, "/").body, -1)
	if len(links) < 8 {
		t.Fatalf("%d links, want those of navigation, assets and reports", len(links))
	}
	for _, l := range links {
		if r := s.get(t, strings.ReplaceAll(l[1], "&amp;", "&")); r.StatusCode != 200 {
			t.Errorf("%s answers %d", l[1], r.StatusCode)
		}
	}
}
