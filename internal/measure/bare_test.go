package measure

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/cjk" // the analyzer of that name
	"github.com/blevesearch/bleve/v2/search/query"

	"taizhang/library"
)

// bare is a Bleve index as its manual makes one: a document a report, the text
// through the analyzer for Chinese, the year a number.
type bare struct{ index bleve.Index }

// newBare indexes the texts.
func newBare(t *testing.T, files []library.Input) bare {
	t.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "cjk"
	made, err := bleve.New(filepath.Join(t.TempDir(), "bare"), m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	start := time.Now()
	batch := made.NewBatch()
	for i, f := range files {
		data, err := f.Read()
		if err != nil {
			t.Fatal(err)
		}
		year, _ := strconv.Atoi(strings.TrimSuffix(filepath.Base(f.Path), ".txt"))
		if err := batch.Index(f.Path, map[string]any{"body": string(data), "year": year}); err != nil {
			t.Fatal(err)
		}
		if batch.Size() < 50 && i < len(files)-1 {
			continue
		}
		if err := made.Batch(batch); err != nil {
			t.Fatal(err)
		}
		batch.Reset()
	}
	t.Logf("bare Bleve: %.0f texts/s", float64(len(files))/time.Since(start).Seconds())
	return bare{made}
}

// times times the first page of each query, with highlights.
func (b bare) times(t *testing.T, q sizeQuery) []time.Duration {
	t.Helper()
	var out []time.Duration
	for i, words := range q.plain {
		phrase := bleve.NewMatchPhraseQuery(words)
		phrase.SetField("body")
		var ask query.Query = phrase
		if strings.Contains(q.texts[i], ":") {
			_, after, _ := strings.Cut(q.texts[i], "年份:")
			year, _ := strconv.ParseFloat(strings.Fields(after)[0], 64)
			yes := true
			in := bleve.NewNumericRangeInclusiveQuery(&year, &year, &yes, &yes)
			in.SetField("year")
			ask = bleve.NewConjunctionQuery(phrase, in)
		}
		request := bleve.NewSearchRequestOptions(ask, 20, 0, false)
		request.Highlight = bleve.NewHighlight()
		start := time.Now()
		if _, err := b.index.Search(request); err != nil {
			t.Fatal(err)
		}
		out = append(out, time.Since(start))
	}
	return out
}
