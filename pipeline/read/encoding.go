package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"taizhang/report"
)

const (
	mostInvalid  = 0.02 // share of bytes that fit no encoding, over which a text is refused
	mostControls = 0.02 // share of control characters, over which it is no text
	mostlyUTF8   = 0.90 // share of sound sequences that makes a broken text UTF-8
	sampleBytes  = 64 << 10
)

// decodeText finds the character encoding of a document and decodes it. What
// fits nowhere becomes U+FFFD and a problem; a text full of it is refused.
func decodeText(d *document) error {
	if limit := d.options.Limits.TextBytes; int64(len(d.data)) > limit {
		size := megabytes(int64(len(d.data)))
		if !looksText(d.data) {
			return refuseUnknown()
		}
		return refuseSize(fmt.Sprintf("%s of text, more than %s", size, megabytes(limit)))
	}
	name, text := decode(d.data)
	text, nuls := withoutNUL(text)
	if strings.TrimSpace(text) == "" {
		if nuls > 0 {
			return refuseUnknown()
		}
		return refuseEmpty("no text in it, only blanks")
	}
	invalid, controls, total := count(text)
	if nuls > 0 {
		total = utf8.RuneCountInString(text)
	}
	switch {
	case float64(controls+nuls) > mostControls*float64(total+nuls):
		return refuseUnknown()
	case float64(invalid) > mostInvalid*float64(total):
		return refuseEncoding(fmt.Sprintf("no character encoding fits the text (%s comes nearest)", name))
	}
	d.text = text
	if invalid > 0 {
		d.out.problem(report.Problem{
			Code:    "invalid_characters",
			Message: fmt.Sprintf("%d characters are no valid %s and were replaced by U+FFFD", invalid, name),
			Hint:    "compare the text with its source",
		})
	}
	if nuls > 0 {
		d.out.problem(report.Problem{
			Code:    "nul_characters",
			Message: fmt.Sprintf("%d NUL characters were left out", nuls),
		})
	}
	return nil
}

// looksText judges a file too large to decode by its beginning.
func looksText(data []byte) bool {
	_, text := decode(data[:min(sampleBytes, len(data))])
	_, controls, total := count(text)
	return float64(controls) <= mostControls*float64(total)
}

func withoutNUL(text string) (string, int) {
	n := strings.Count(text, "\x00")
	if n == 0 {
		return text, 0
	}
	return strings.ReplaceAll(text, "\x00", ""), n
}

// count counts replaced characters, control characters, and all of them, of a text
// that is valid UTF-8. All are counted only where there are such.
func count(text string) (invalid, controls, total int) {
	invalid = strings.Count(text, "\uFFFD")
	for i := nextControl(text, 0); i < len(text); i = nextControl(text, i+1) {
		if r, _ := utf8.DecodeRuneInString(text[i:]); isControl(r) && !isLineEnd(r) {
			controls++
		}
	}
	if invalid+controls > 0 {
		total = utf8.RuneCountInString(text)
	}
	return invalid, controls, total
}

// decode returns the name of the encoding and the text, valid UTF-8. The order
// of the questions is from certain to likely: a byte order mark, sound UTF-8,
// the high bytes of UTF-16, nearly sound UTF-8, then the two double-byte
// encodings, of which GB18030 takes in every older GB label.
func decode(data []byte) (name, text string) {
	if e, name := byteOrderMark(data); e != nil {
		return name, decoded(e, data)
	}
	if bytes.IndexByte(data[:min(sampleBytes, len(data))], 0) < 0 && utf8.Valid(data) {
		return "UTF-8", string(data) // as nearly every text is
	}
	if e, name := wide(data); e != nil {
		return name, decoded(e, data)
	}
	if share := soundUTF8(data); share >= mostlyUTF8 {
		return "UTF-8", strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return doubleByte(data)
}

func decoded(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(out)
}

func byteOrderMark(data []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return unicode.UTF8BOM, "UTF-8"
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16LE"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16BE"
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return simplifiedchinese.GB18030, "GB18030"
	}
	return nil, ""
}

// wide tells UTF-16 without a byte order mark by its high bytes: nearly all
// are those of ASCII, CJK punctuation, Chinese characters or full-width forms.
func wide(data []byte) (encoding.Encoding, string) {
	sample := data[:min(sampleBytes, len(data))&^1]
	if len(sample) < 4 {
		return nil, ""
	}
	little, big := wideShare(sample, 1), wideShare(sample, 0)
	switch {
	case little > 0.97 && little > big:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE"
	case big > 0.97:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE"
	}
	return nil, ""
}

// wideShare returns the share of units whose high byte, at offset high, is one
// of a Chinese text's.
func wideShare(sample []byte, high int) float64 {
	n := 0
	for i := 0; i+1 < len(sample); i += 2 {
		h, l := sample[i+high], sample[i+1-high]
		switch {
		case h == 0 && l != 0, h == 0x20, h == 0x30, h >= 0x4E && h <= 0x9F, h == 0xFF:
			n++
		}
	}
	return float64(n) / float64(len(sample)/2)
}

// soundUTF8 returns the share of sound sequences among all bytes above ASCII;
// 1 for pure ASCII.
func soundUTF8(data []byte) float64 {
	sound, broken := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		_, size := utf8.DecodeRune(data)
		if size > 1 {
			sound++
		} else {
			broken++
		}
		data = data[size:]
	}
	if broken == 0 {
		return 1
	}
	return float64(sound) / float64(sound+broken)
}

// doubleByte decides between GB18030 and Big5. Much of Big5 is valid GB18030
// too; statistics of the letters break the tie.
func doubleByte(data []byte) (name, text string) {
	gb := decoded(simplifiedchinese.GB18030, data)
	five := decoded(traditionalchinese.Big5, data)
	wrongGB, wrongFive := strings.Count(gb, "\uFFFD"), strings.Count(five, "\uFFFD")
	switch {
	case wrongGB < wrongFive:
		return "GB18030", gb
	case wrongFive < wrongGB || likelyBig5(data):
		return "Big5", five
	}
	return "GB18030", gb
}

func likelyBig5(data []byte) bool {
	guesses, err := chardet.NewTextDetector().DetectAll(data[:min(sampleBytes, len(data))])
	if err != nil {
		return false
	}
	for _, g := range guesses {
		switch g.Charset {
		case "Big5":
			return true
		case "GB-18030":
			return false
		}
	}
	return false
}
