package pipeline

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"taizhang/pipeline/repair"
	"taizhang/pipeline/structure"
	"taizhang/report"
)

// TestUnreadSentences holds that nothing comes of the sentences whose words are not
// cut: the facts of the samples are the same where all words are, also with the
// sentences in other orders, so that each comes to stand behind others.
func TestUnreadSentences(t *testing.T) {
	p := pipeline(t)
	files, err := filepath.Glob("../samples/*-*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	unread := holdUnread(t, p, handedOn)
	for _, file := range files {
		words := string(benchText(t, file))
		for range 8 {
			unread += holdUnread(t, p, words)
			words = shuffled(random, words)
		}
	}
	if unread < 50 {
		t.Errorf("%d sentences with times are not read, want 50 to show something", unread)
	}
}

// handedOn is a text whose sentences without values say something of those behind:
// a time that holds on, one that ends it, and what ； hands on.
const handedOn = `青溪县2024年工作总结
2020年至2024年，各项工作取得新的进展。2024年，全县面貌一新。新建学校12所。
2021年，主要做了这些工作；新建学校13所。
预计今年，大局向好；新建学校14所。
`

// shuffled returns a text with all its sentences in another order.
func shuffled(random *rand.Rand, text string) string {
	sentences := strings.SplitAfter(text, "。")
	random.Shuffle(len(sentences), func(i, k int) { sentences[i], sentences[k] = sentences[k], sentences[i] })
	return strings.Join(sentences, "")
}

// holdUnread compares the facts of a text both ways, and returns how many of its
// sentences with times are not read.
func holdUnread(t *testing.T, p *Pipeline, words string) (unread int) {
	t.Helper()
	source, err := p.reader.Read(context.Background(), "report.txt", []byte(words))
	if err != nil {
		t.Fatal(err)
	}
	text := repair.Repair(&source, p.lexicon)
	outline := structure.Outline(text, structure.Hints{}, p.lexicon)
	s := &scratch{}
	d := p.understand(s, text, outline)
	got := p.facts(s, d)
	for i := range d.Sentences {
		x := &d.Sentences[i]
		for k := range x.Mentions {
			if x.Mentions[k].Type == report.MentionTime && x.Tokens == nil {
				unread++
				break
			}
		}
	}
	p.segmenter.Fill(nil, text.Body, d.Sentences, func(*report.Sentence) bool { return true })
	want := p.facts(&scratch{}, d)
	for i := range want {
		if i >= len(got) || !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("fact %d: %+v,\nwith all words %+v", i, got[min(i, len(got)-1)], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d facts, with all words %d", len(got), len(want))
	}
	return unread
}
