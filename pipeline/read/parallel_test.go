package read

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// TestParallel holds that one reader serves several goroutines.
func TestParallel(t *testing.T) {
	r := newReader(t)
	var group sync.WaitGroup
	for i := range 6 {
		group.Go(func() {
			want := fmt.Sprintf("第%d号项目完成投资三亿元", i)
			for name, data := range map[string][]byte{
				"a.pdf":  pdfFile{pages: []string{at(80, 700, 14, want)}}.bytes(t),
				"a.docx": word{body: para(want, "")}.bytes(t),
				"a.txt":  []byte(want),
			} {
				source, err := r.Read(context.Background(), name, data)
				if err != nil || strings.TrimSpace(source.Raw) != want {
					t.Errorf("%s: %q, %v", name, source.Raw, err)
				}
			}
		})
	}
	group.Wait()
}
