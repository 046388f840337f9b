package read

import (
	"context"
	"html"
	"regexp"
	"strings"

	"taizhang/report"
)

// readMarkdown reads the blocks of a Markdown text line by line. Marks are not
// text and are left out; numbers of lists are text and stay. Lines are not
// joined: whoever wrote them may have broken paragraphs anywhere.
func readMarkdown(_ context.Context, d *document) error {
	d.out.layout = report.LayoutUnknown
	m := &markdown{out: d.out}
	all := make([]string, 0, strings.Count(d.text, "\n")+1)
	for line := range lines(strings.TrimPrefix(d.text, "\uFEFF")) {
		all = append(all, line)
	}
	all = all[frontMatter(all):]
	for len(all) > 0 {
		all = all[m.block(all):]
	}
	return nil
}

// markdown is the state of a scan.
type markdown struct {
	out     *builder
	fence   string // the mark that closes the code block we are in; "" outside
	comment bool   // inside <!-- -->
	tables  int
}

var (
	atxHeading   = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t\x{3000}]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$`)
	looseHeading = regexp.MustCompile(`^(#{1,6})([^#\s\d].*)$`) // many write no blank; #5楼 is none
	setextLine   = regexp.MustCompile(`^ {0,3}(=+|-{3,})[ \t]*$`)
	ruleLine     = regexp.MustCompile(`^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	fenceLine    = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	delimiterRow = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	bullet       = regexp.MustCompile(`^[ \t]*[-*+][ \t]+`)
	quote        = regexp.MustCompile(`^(?:[ ]{0,3}>[ ]?)+`)
	noteLine     = regexp.MustCompile(`^\[\^[^\]]+\]:[ \t]*`)
)

// markdownMarks tells whether a text has marks that plain text has not: two
// headings, or a table with its delimiter row.
func markdownMarks(text string) bool {
	headings, last := 0, ""
	for line := range lines(text) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "#") && atxHeading.MatchString(line) && strings.TrimLeft(line, "# \t") != "" {
			headings++
		}
		if headings > 1 || isDelimiter(line) && strings.Contains(last, "|") {
			return true
		}
		last = line
	}
	return false
}

func isDelimiter(line string) bool {
	return strings.Contains(line, "|") && strings.Contains(line, "-") && delimiterRow.MatchString(line)
}

// block reads the block that all begins with and returns how many lines it took.
func (m *markdown) block(all []string) int {
	line := all[0]
	switch {
	case m.fence != "":
		m.code(line)
		return 1
	case fenceLine.MatchString(line):
		m.fence = strings.TrimSpace(line)[:3]
		return 1
	}
	line = m.withoutComment(line)
	if len(all) > 1 && strings.Contains(line, "|") && isDelimiter(all[1]) {
		return m.table(all)
	}
	return m.text(line, all)
}

// text reads a heading, a rule, a note or a line of a paragraph or list.
func (m *markdown) text(line string, all []string) int {
	line = quote.ReplaceAllString(line, "")
	if mark, words, ok := heading(line); ok {
		m.heading(words, len(mark))
		return 1
	}
	if ruleLine.MatchString(line) {
		m.out.line("", report.Line{})
		return 1
	}
	if len(all) > 1 && strings.TrimSpace(line) != "" && setextLine.MatchString(all[1]) &&
		!bullet.MatchString(line) && len(line) < 200 {
		level := 1
		if strings.Contains(all[1], "-") {
			level = 2
		}
		m.heading(line, level)
		return 2
	}
	l := report.Line{}
	if note := noteLine.FindString(line); note != "" {
		l.Role, line = report.RoleNote, line[len(note):]
	}
	item := bullet.FindString(line)
	words := strings.TrimRight(inline(line[len(item):]), " \t")
	l.Bold = isBold(line[len(item):])
	m.out.line(words, l)
	return 1
}

func heading(line string) (mark, words string, ok bool) {
	for _, form := range []*regexp.Regexp{atxHeading, looseHeading} {
		if found := form.FindStringSubmatch(line); found != nil {
			return found[1], found[2], true
		}
	}
	return "", "", false
}

func (m *markdown) heading(words string, level int) {
	words = strings.TrimSpace(inline(words))
	if words == "" {
		m.out.line("", report.Line{})
		return
	}
	m.out.line(words, report.Line{Role: report.RoleHeading, Level: level})
}

// code takes the lines of a code block as they are.
func (m *markdown) code(line string) {
	if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, m.fence) &&
		strings.Trim(trimmed, m.fence[:1]) == "" {
		m.fence = ""
		return
	}
	m.out.line(line, report.Line{})
}

// table reads a table: head, delimiter row, rows up to the first line without
// a bar.
func (m *markdown) table(all []string) int {
	m.tables++
	m.out.row(cells(all[0]), report.Line{Table: m.tables})
	n := 2
	for n < len(all) && strings.Contains(all[n], "|") {
		m.out.row(cells(all[n]), report.Line{Table: m.tables})
		n++
	}
	return n
}

// cells cuts a row at its bars; \| is a bar in a cell.
func cells(line string) []string {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	const bar = "\x01"
	parts := strings.Split(strings.ReplaceAll(line, `\|`, bar), "|")
	for i, p := range parts {
		parts[i] = inline(strings.ReplaceAll(p, bar, "|"))
	}
	return parts
}

// withoutComment cuts <!-- --> out of a line, also over several lines.
func (m *markdown) withoutComment(line string) string {
	var out strings.Builder
	for {
		mark := "<!--"
		if m.comment {
			mark = "-->"
		}
		i := strings.Index(line, mark)
		if i < 0 {
			break
		}
		if !m.comment {
			out.WriteString(line[:i])
		}
		line = line[i+len(mark):]
		m.comment = !m.comment
	}
	if !m.comment {
		out.WriteString(line)
	}
	return out.String()
}

// frontMatter returns the number of lines of the settings some programs put
// before the text, between two lines of dashes.
func frontMatter(all []string) int {
	if len(all) == 0 || strings.TrimRight(all[0], " \t") != "---" {
		return 0
	}
	for i, line := range all[1:min(len(all), 60)] {
		switch {
		case strings.TrimRight(line, " \t") == "---":
			return i + 2
		case line != "" && !strings.ContainsAny(line[:1], " \t-#") && !strings.Contains(line, ":"):
			return 0
		}
	}
	return 0
}

var (
	picture  = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	link     = regexp.MustCompile(`\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)`)
	emphasis = regexp.MustCompile(`\*([^\s*](?:[^*]*[^\s*])?)\*`)
	struck   = regexp.MustCompile(`~~([^~]+)~~`)
	code     = regexp.MustCompile("`+([^`]+)`+")
	lineFeed = regexp.MustCompile(`(?i)<br[ \t]*/?>`)
	tag      = regexp.MustCompile(`(?i)</?(?:b|i|u|em|strong|font|span|p|div|center|` +
		`sup|sub|a|img|del|ins|mark)(?:\s[^<>]*)?/?>`)
	escape = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// inline takes the marks out of a line's words. ** goes wherever it stands:
// CommonMark leaves it standing after 。 and before a digit.
func inline(s string) string {
	if !strings.ContainsAny(s, "*_[]`<>&\\~") {
		return s
	}
	var held []string
	s = escape.ReplaceAllStringFunc(s, func(e string) string {
		held = append(held, e[1:])
		return "\x00"
	})
	s = picture.ReplaceAllString(s, "")
	s = link.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "__", "")
	s = emphasis.ReplaceAllString(s, "$1")
	s = struck.ReplaceAllString(s, "$1")
	s = code.ReplaceAllString(s, "$1")
	s = tag.ReplaceAllString(lineFeed.ReplaceAllString(s, " "), "")
	s = html.UnescapeString(s)
	for _, h := range held {
		s = strings.Replace(s, "\x00", h, 1)
	}
	return s
}

// isBold tells whether the whole line is set in bold.
func isBold(line string) bool {
	s := strings.TrimSpace(line)
	return len(s) > 4 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") &&
		!strings.Contains(s[2:len(s)-2], "**")
}
