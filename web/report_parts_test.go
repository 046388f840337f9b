package web

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestLongReport shows a report of a megabyte in parts.
func TestLongReport(t *testing.T) {
	var text strings.Builder
	text.WriteString("青石镇人民政府2023年工作总结\n\n")
	for i := 1; text.Len() < 1<<20; i++ {
		text.WriteString("一、第" + strconv.Itoa(i) + "项工作\n\n" + strings.Repeat("镇村干部走村入户，摸清情况，理顺关系。", 60) +
			"新建桥梁" + strconv.Itoa(i) + "座。\n\n")
	}
	name := filepath.Join(t.TempDir(), "2023.txt")
	if err := os.WriteFile(name, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	s := ownSite(t, name)
	id := reportNamed(t, s, "青石镇", 2023)
	r := s.get(t, "/reports/"+id)
	r.shows(t, "第 1 部分，共", "?part=2")
	if n := len(r.body); n > 180_000 {
		t.Errorf("the page weighs %d bytes, want less than 180,000", n)
	}
	one, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	last := one.Facts[len(one.Facts)-1]
	s.shows(t, reportAtPath(id, last.Place.Start), `id="`+factAnchor(last.ID)+`"`)
	s.shows(t, "/reports/"+id+"?part=900", "上一页")
}

// reportAtPath is the address of a byte without its anchor, which no server sees.
func reportAtPath(id string, start int) string {
	path, _, _ := strings.Cut(reportAt(id, start, ""), "#")
	return path
}
