package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// isPinyin tells whether a folded word could be pinyin, whole or initials.
func isPinyin(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) >= 3
}

// Resolve finds the words of the index that sound like the pinyin in a query.
// Searches do it themselves; whoever wants to show what was looked for asks
// first.
func (x *Index) Resolve(ctx context.Context, q Query) (Query, error) {
	root, err := x.resolve(ctx, q.root)
	return Query{root}, err
}

func (x *Index) resolve(ctx context.Context, c condition) (condition, error) {
	var err error
	each := func(conditions []condition) []condition {
		out := slices.Clone(conditions)
		for i := range out {
			if err == nil {
				out[i], err = x.resolve(ctx, out[i])
			}
		}
		return out
	}
	switch c := c.(type) {
	case all:
		return all(each(c)), err
	case either:
		return either(each(c)), err
	case not:
		inner, err := x.resolve(ctx, c.condition)
		return not{inner}, err
	case words:
		if !c.pinyin {
			return c, nil
		}
		heard, err := x.sounding(ctx, c.folded)
		if err != nil {
			return nil, err
		}
		c.also, c.pinyin = append(slices.Clone(c.also), heard...), false
		return c, nil
	}
	return c, nil
}

// mostTerms is how many words pinyin may be made of.
const mostTerms = 3

// sounding returns words of the index, one or several in a row, whose pinyin
// or whose initials are as typed; only those that stand in some report.
func (x *Index) sounding(ctx context.Context, typed string) ([]string, error) {
	s := newSpeaker()
	var out []string
	for _, along := range []func(text, typed string) int{s.along, s.initialsAlong} {
		terms, err := x.termsAlong(typed, along)
		if err != nil {
			return nil, err
		}
		for _, text := range chains(terms, typed) {
			there, err := x.occurs(ctx, text)
			if err != nil {
				return nil, err
			}
			if there && len(out) < mostForms && !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
	}
	return out, nil
}

// mostChains is how many rows of words are tried for what is typed.
const mostChains = 100

// chains joins words to rows that are all of what is typed; rows of few words
// first.
func chains(terms [][]sound, typed string) []string {
	type row struct {
		text string
		at   int
	}
	var out []string
	rows := []row{{}}
	for range mostTerms {
		var longer []row
		for _, r := range rows {
			for _, t := range terms[r.at] {
				next := row{r.text + t.text, r.at + t.typed}
				switch {
				case next.at == len(typed) && len(out) < mostChains:
					out = append(out, next.text)
				case next.at < len(typed):
					longer = append(longer, next)
				}
			}
		}
		rows = longer
	}
	return out
}

// sound is a word and how much of the typed pinyin it is.
type sound struct {
	text  string
	typed int
	count uint64
}

// mostSounds is how many words are tried at a place of the typed pinyin.
const mostSounds = 12

// termsAlong returns, for each place of the typed pinyin, the words of the
// index that it goes on with: longer ones first, then frequent ones.
func (x *Index) termsAlong(typed string, along func(text, typed string) int) ([][]sound, error) {
	out := make([][]sound, len(typed))
	err := x.eachTerm(fieldWords, func(text string, count uint64) {
		if utf8.RuneCountInString(text) < 2 {
			return
		}
		for at := range typed {
			if n := along(text, typed[at:]); n > 0 {
				out[at] = append(out[at], sound{text, n, count})
			}
		}
	})
	for i, terms := range out {
		slices.SortFunc(terms, func(a, b sound) int {
			if a.typed != b.typed {
				return b.typed - a.typed
			}
			return int(b.count) - int(a.count)
		})
		out[i] = terms[:min(len(terms), mostSounds)]
	}
	return out, err
}

// eachTerm calls use with the terms of a field and the number of reports they
// are in.
func (x *Index) eachTerm(field string, use func(text string, reports uint64)) error {
	terms, err := x.texts.FieldDict(field)
	if err != nil {
		return fmt.Errorf("read index: %w", err)
	}
	defer terms.Close()
	for {
		t, err := terms.Next()
		if err != nil {
			return fmt.Errorf("read index: %w", err)
		}
		if t == nil {
			return nil
		}
		use(t.Term, t.Count)
	}
}

// speaker knows how characters are read, each looked up once.
type speaker struct {
	args     pinyin.Args
	readings map[rune][]string
}

func newSpeaker() *speaker {
	args := pinyin.NewArgs()
	args.Heteronym = true
	return &speaker{args: args, readings: map[rune][]string{}}
}

// of returns the readings of a character, without tones.
func (s *speaker) of(r rune) []string {
	known, ok := s.readings[r]
	if !ok {
		for _, reading := range pinyin.SinglePinyin(r, s.args) {
			reading = strings.ReplaceAll(reading, "ü", "v")
			if !slices.Contains(known, reading) {
				known = append(known, reading)
			}
		}
		s.readings[r] = known
	}
	return known
}

// along returns how much of the typed pinyin the whole text is, 0 if it is not
// what the typed begins with.
func (s *speaker) along(text, typed string) int {
	if text == "" {
		return 0
	}
	r, size := utf8.DecodeRuneInString(text)
	for _, reading := range s.of(r) {
		if !strings.HasPrefix(typed, reading) {
			continue
		}
		if size == len(text) {
			return len(reading)
		}
		if n := s.along(text[size:], typed[len(reading):]); n > 0 {
			return len(reading) + n
		}
	}
	return 0
}

// initialsAlong does the same where only the first letter of every character is
// typed.
func (s *speaker) initialsAlong(text, typed string) int {
	at := 0
	for _, r := range text {
		begins := func(reading string) bool { return at < len(typed) && reading[0] == typed[at] }
		if !slices.ContainsFunc(s.of(r), begins) {
			return 0
		}
		at++
	}
	return at
}
