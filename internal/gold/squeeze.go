package gold

import (
	"strings"
	"unicode"
)

// Squeeze removes blanks and Markdown marks and folds full-width digits,
// punctuation and a few traditional characters, so that a gold file matches
// however a reader lays the text out.
func Squeeze(s string) string { return squeeze(s) }

func squeeze(s string) string {
	return folder.Replace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("\u200b*#>|", r) {
			return -1
		}
		return r
	}, s))
}

var folder = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4",
	"５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"％", "%", "（", "(", "）", ")", "，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "．", ".",
	"個", "个", "戶", "户", "項", "项", "處", "处", "條", "条", "號", "号", "間", "间", "億", "亿", "萬", "万",
	"“", `"`, "”", `"`,
)
