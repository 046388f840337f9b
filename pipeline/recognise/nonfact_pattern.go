package recognise

import (
	"fmt"
	"strings"
)

// slotKind is a kind of slot of a non-fact pattern.
type slotKind uint8

const (
	slotLiteral   slotKind = iota
	slotNumber             // 【数】
	slotHan                // 【中数】
	slotArabic             // 【阿数】
	slotCharacter          // 【字】, once for each character
	slotMeasure            // 【量】, a measure word
	slotUnit               // 【单位】, a unit of measure or money
	slotSentence           // 【句首】
	slotStart              // 【首】
	slotEnd                // 【尾】
)

var slotNames = map[string]slotKind{
	"数": slotNumber, "中数": slotHan, "阿数": slotArabic, "量": slotMeasure, "单位": slotUnit,
	"句首": slotSentence, "首": slotStart, "尾": slotEnd,
}

func (k slotKind) isNumber() bool { return k == slotNumber || k == slotHan || k == slotArabic }

// element is a literal or a slot of a pattern.
type element struct {
	kind    slotKind
	literal string
}

// parsePattern reads a pattern and returns its variants, one for each choice
// of alternatives: 【数】(方|批) has two.
func parsePattern(text string) ([][]element, error) {
	var words []string
	escaped := strings.NewReplacer(`\(`, "\ue000", `\)`, "\ue001").Replace(text)
	if err := expand(escaped, "", &words); err != nil {
		return nil, err
	}
	var variants [][]element
	plain := strings.NewReplacer("\ue000", "(", "\ue001", ")")
	for _, w := range words {
		v, err := elementsOf(plain.Replace(w))
		if err != nil {
			return nil, err
		}
		variants = append(variants, v)
	}
	return variants, nil
}

const mostVariants = 4096

// expand writes out the alternatives of a pattern, in which escaped parentheses
// are the private runes U+E000 and U+E001.
func expand(text, done string, words *[]string) error {
	open := strings.IndexByte(text, '(')
	if open < 0 {
		*words = append(*words, done+text)
		if len(*words) > mostVariants {
			return fmt.Errorf("more than %d variants", mostVariants)
		}
		return nil
	}
	shut := strings.IndexByte(text, ')')
	if shut < open {
		return fmt.Errorf("pattern %q: parentheses do not match", text)
	}
	for _, choice := range strings.Split(text[open+1:shut], "|") {
		if err := expand(text[shut+1:], done+text[:open]+choice, words); err != nil {
			return err
		}
	}
	return nil
}

// elementsOf parts a pattern without alternatives into literals and slots.
func elementsOf(text string) ([]element, error) {
	var list []element
	for text != "" {
		open := strings.Index(text, "【")
		if open < 0 {
			return append(list, element{slotLiteral, text}), nil
		}
		if open > 0 {
			list = append(list, element{slotLiteral, text[:open]})
		}
		name, rest, ok := strings.Cut(text[open+len("【"):], "】")
		if !ok {
			return nil, fmt.Errorf("pattern %q: 】 is missing", text)
		}
		slots, err := slotsOf(name)
		if err != nil {
			return nil, err
		}
		list, text = append(list, slots...), rest
	}
	return list, nil
}

func slotsOf(name string) ([]element, error) {
	if k, ok := slotNames[name]; ok {
		return []element{{kind: k}}, nil
	}
	if strings.Trim(name, "字") != "" {
		return nil, fmt.Errorf("slot 【%s】 is not known", name)
	}
	var list []element
	for range strings.Count(name, "字") {
		list = append(list, element{kind: slotCharacter})
	}
	return list, nil
}
