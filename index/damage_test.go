package index

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestDamagedBlocks writes random bytes into the file of blocks: opening and
// searching answer or say that the index is damaged, and nothing else happens.
func TestDamagedBlocks(t *testing.T) {
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() + "/generation"
	x, err := Create(dir, c)
	if err != nil {
		t.Fatal(err)
	}
	s := shelf{}
	for _, r := range offices(t) {
		p, err := x.Prepare(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Add([]Prepared{p}); err != nil {
			t.Fatal(err)
		}
		s[r.ID] = r
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "blocks")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(31, 32))
	for range 60 {
		data := append([]byte{}, whole...)
		for range 1 + r.IntN(20) {
			data[r.IntN(len(data))] = byte(r.IntN(256))
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		searchDamaged(t, dir, c, s)
	}
}

func searchDamaged(t *testing.T, dir string, c Cutter, s Store) {
	t.Helper()
	x, err := Open(dir, c, true)
	if err != nil {
		if !errors.Is(err, ErrOutdated) {
			t.Errorf("opened: %v", err)
		}
		return
	}
	defer x.Close()
	for _, query := range []string{"固定资产投资", "产投", "章节:计划 值:>5 状态:计划", "学位 -指标:固投", ""} {
		q := parsed(t, query)
		_, _, passages := x.Passages(t.Context(), q, Page{}, s)
		_, _, found := x.Facts(t.Context(), q, Page{Sort: "-value"}, s)
		_, counted := x.PassageFacets(t.Context(), q, 0)
		for _, err := range []error{passages, found, counted} {
			if err != nil && !errors.Is(err, ErrOutdated) {
				t.Errorf("%s: %v", query, err)
			}
		}
	}
	x.Suggest("固", 5)
}
