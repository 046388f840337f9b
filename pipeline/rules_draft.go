package pipeline

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
)

// RuleText returns the rule file that holds one rule in force alone, as it is
// written where it stands: what an office begins with that wants it otherwise.
func (p *Pipeline) RuleText(id string) (file, text string, ok bool) {
	e, ok := p.Rule(id)
	if !ok {
		return "", "", false
	}
	data, err := fs.ReadFile(p.folders[e.Folder], e.File)
	if err != nil {
		return "", "", false
	}
	lines := strings.Split(string(data), "\n")
	end := len(lines)
	for _, next := range p.rulesOf(e.Folder, e.File) {
		if next.At.Line > e.Line {
			end = next.At.Line - 1
			break
		}
	}
	if e.Line < 1 || end > len(lines) {
		return "", "", false // the file has been changed since it was read
	}
	block := strings.TrimRight(strings.Join(lines[e.Line-1:end], "\n"), " \n")
	return e.File, "title: " + e.Topic + "\nrules:\n" + block + "\n", true
}

// rulesOf returns the rules of a file in the order in which they stand.
func (p *Pipeline) rulesOf(folder int, file string) []ruleset.Rule {
	for _, f := range p.rules.Files {
		if f.Layer == folder && f.Name == file {
			return slices.SortedFunc(slices.Values(f.Rules), func(a, b ruleset.Rule) int {
				return cmp.Compare(a.At.Line, b.At.Line)
			})
		}
	}
	return nil
}

// AddRules puts the rules of one rule file behind those of another, of which
// every line stays as it is. Both are as their authors wrote them; what has no
// rules yet is given the key.
func AddRules(text, more string) string {
	if strings.TrimSpace(text) == "" {
		return more
	}
	_, block, ok := strings.Cut("\n"+more, "\nrules:\n")
	if !ok {
		return text
	}
	text = strings.TrimRight(text, " \n") + "\n"
	_, rest, has := strings.Cut("\n"+text, "\nrules:")
	if !has {
		return text + "rules:\n" + block
	}
	return text + "\n" + indented(block, indentOf(rest)-indentOf(block))
}

// indentOf returns how many blanks stand before the first entry of a list; two
// where there is none.
func indentOf(list string) int {
	for line := range strings.Lines(list) {
		if entry := strings.TrimLeft(line, " "); strings.HasPrefix(entry, "- ") {
			return len(line) - len(entry)
		}
	}
	return 2
}

// indented moves lines to the right, or to the left where by is negative.
func indented(block string, by int) string {
	var out strings.Builder
	for line := range strings.Lines(block) {
		switch blank := len(line) - len(strings.TrimLeft(line, " ")); {
		case strings.TrimSpace(line) == "":
		case by >= 0:
			line = strings.Repeat(" ", by) + line
		default:
			line = line[min(blank, -by):]
		}
		out.WriteString(line)
	}
	return out.String()
}
