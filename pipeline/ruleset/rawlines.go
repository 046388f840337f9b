package ruleset

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// scanLines looks at the raw lines before the YAML parser does: what a Chinese
// keyboard does to YAML is refused by the parser with a message nobody
// understands, or worse, silently accepted.
func (r *reader) scanLines(data []byte) {
	if !utf8.Valid(data) {
		r.problems = append(r.problems, report.Problem{
			Code: "encoding", Message: "文件不是 UTF-8 编码，请另存为 UTF-8", File: r.file, Line: 1, Column: 1,
		})
		return
	}
	for i, line := range strings.Split(string(data), "\n") {
		l := rawLine{reader: r, number: i + 1, text: strings.TrimSuffix(line, "\r")}
		l.scan()
	}
}

// rawLine is a line of a rule file before parsing.
type rawLine struct {
	*reader
	number int
	text   string
}

// wrong tells of a mistake at byte i of the line.
func (l *rawLine) wrong(i int, code, message string) {
	l.problems = append(l.problems, report.Problem{
		Code: code, Message: message, File: l.file, Line: l.number,
		Column: utf8.RuneCountInString(l.text[:i]) + 1,
	})
}

func (l *rawLine) scan() {
	indent := len(l.text) - len(strings.TrimLeft(l.text, " \t\u3000"))
	rest := l.text[indent:]
	if rest == "" || strings.HasPrefix(rest, "#") {
		return
	}
	if i := strings.Index(l.text[:indent], "\u3000"); i >= 0 {
		l.wrong(i, "wide_indent", "缩进里有全角空格，请改成半角空格")
		return
	}
	if i := strings.Index(l.text[:indent], "\t"); i >= 0 {
		l.wrong(i, "tab_indent", "缩进里有制表符（Tab），请改成空格")
		return
	}
	at := indent
	if dash := wideDash(rest); dash > 0 {
		l.wrong(at, "wide_dash", "列表要用半角「-」加空格，这里是「"+rest[:dash]+"」")
		return
	}
	for strings.HasPrefix(l.text[at:], "- ") {
		at += 2 + len(l.text[at+2:]) - len(strings.TrimLeft(l.text[at+2:], " "))
	}
	if len(l.text[at:]) > 1 && l.text[at] == '-' && l.text[at+1] != ' ' && l.text[at+1] != '-' {
		l.wrong(at, "dash_space", "「-」后面要有一个空格")
		return
	}
	l.scanEntry(at)
}

// wideDash returns the length of a dash that is none for YAML, before more words.
func wideDash(s string) int {
	for _, d := range []string{"－", "—", "–", "﹣", "−"} {
		if strings.HasPrefix(s, d) {
			return len(d)
		}
	}
	return 0
}

// scanEntry looks at "key: value", or at the value of a list item.
func (l *rawLine) scanEntry(at int) {
	key, value := keyOf(l.text[at:])
	if key == "" {
		if k := asciiWord(l.text[at:]); k > 0 && strings.HasPrefix(l.text[at+k:], "：") {
			l.wrong(at+k, "wide_colon", "冒号是全角「：」，请改成半角「: 」")
			return
		}
		l.scanValue(at, true)
		return
	}
	l.scanValue(at+value, false)
}

// keyOf splits "key: value" and returns the offset of the value.
func keyOf(s string) (key string, value int) {
	k := asciiWord(s)
	if k == 0 || k >= len(s) || s[k] != ':' {
		return "", 0
	}
	rest := s[k+1:]
	if rest != "" && rest[0] != ' ' {
		return "", 0
	}
	return s[:k], k + 1 + len(rest) - len(strings.TrimLeft(rest, " "))
}

// asciiWord returns the length of the run of letters at the start of s.
func asciiWord(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] == '_') {
		n++
	}
	return n
}

// scanValue looks at a value: its quotes, commas, comments and colons.
func (l *rawLine) scanValue(at int, item bool) {
	v := l.text[at:]
	switch {
	case v == "":
		return
	case strings.HasPrefix(v, "“"), strings.HasPrefix(v, "”"), strings.HasPrefix(v, "‘"):
		if strings.HasSuffix(v, "”") || strings.HasSuffix(v, "’") || strings.HasSuffix(v, "“") {
			l.wrong(at, "wide_quotes", "引号是全角的，会算进值里；去掉即可，或改成半角引号")
			return
		}
	case v[0] == '"' || v[0] == '\'':
		return
	case v[0] == '[' || v[0] == '{':
		l.scanFlow(at, item)
		return
	case strings.ContainsRune("%@`", rune(v[0])), item && strings.ContainsRune("!&*|>", rune(v[0])):
		l.wrong(at, "pattern_start", "句式不能以「"+v[:1]+"」开头；槽位写作【金额】")
		return
	}
	l.scanPlain(at, item)
}

// scanPlain looks at a value without quotes.
func (l *rawLine) scanPlain(at int, item bool) {
	v := l.text[at:]
	if i := strings.Index(v, " #"); i >= 0 {
		l.wrong(at+i+1, "comment", "「 #」后面被当成注释；值里要有 # 请给整个值加半角引号")
	}
	if i := strings.Index(v, ": "); i >= 0 && (item || !strings.HasPrefix(v, "{")) {
		l.wrong(at+i, "colon", "值里有「: 」，会被当成键；请给整个值加半角引号，或用全角「：」")
	}
}

// scanFlow looks at [a, b] and {k: v}.
func (l *rawLine) scanFlow(at int, item bool) {
	v := l.text[at:]
	closing := map[byte]string{'[': "]", '{': "}"}[v[0]]
	trimmed := strings.TrimRight(v, " ")
	open := !strings.HasSuffix(trimmed, closing)
	if item && open && strings.Contains(v, closing) || item && v[0] == '{' && !strings.Contains(v, ": ") {
		l.wrong(at, "pattern_start", "句式不能以「"+v[:1]+"」开头；槽位写作【金额】，几选一写作（甲|乙）")
		return
	}
	for i, r := range v {
		switch r {
		case '，':
			l.wrong(at+i, "wide_comma", "逗号是全角「，」，请改成半角「, 」；值里要有「，」请给它加半角引号")
			return
		case '：':
			if k := asciiTail(v[:i]); k > 0 {
				l.wrong(at+i, "wide_colon", "冒号是全角「：」，请改成半角「: 」")
				return
			}
		case '"', '\'':
			return // quoted parts are left to the parser
		case '“':
			if !quotedItem(v, i) {
				continue
			}
			l.wrong(at+i, "wide_quotes", "引号是全角的，会算进值里；去掉即可，或改成半角引号")
			return
		}
	}
}

// quotedItem tells whether the item of a flow list that begins at i is quoted as
// a whole with full-width quotes. “小巨人”企业 is not.
func quotedItem(v string, i int) bool {
	before := strings.TrimRight(v[:i], " ")
	if before == "" || !strings.ContainsRune("[{,:", rune(before[len(before)-1])) {
		return false
	}
	end := strings.IndexAny(v[i:], ",]}")
	if end < 0 {
		end = len(v) - i
	}
	return strings.HasSuffix(strings.TrimSpace(v[i:i+end]), "”")
}

// asciiTail returns the length of the run of letters at the end of s.
func asciiTail(s string) int {
	n := 0
	for n < len(s) && s[len(s)-1-n] >= 'a' && s[len(s)-1-n] <= 'z' {
		n++
	}
	return n
}
