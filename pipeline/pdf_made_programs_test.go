package pipeline

import (
	"context"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"taizhang/internal/samplefiles"
)

// byLibreOffice prints the samples' sources through Word documents: typed and
// automatic numbers, with a page number and with a running head.
func byLibreOffice(t *testing.T) []madePDF {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Log("left out: LibreOffice (apt-get install libreoffice-writer-nogui)")
		return nil
	}
	var out []madePDF
	for name, lines := range knownTexts(t) {
		options := samplefiles.Options{Header: "内部资料"}
		if strings.HasPrefix(name, "heling") {
			options = samplefiles.Options{}
		}
		docx, err := samplefiles.DOCX(lines, options)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		data, err := samplefiles.PDF(ctx, docx)
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, madePDF{"LibreOffice " + name, paragraphs(lines), data, 0})
	}
	return out
}

// chromiumStyles are what saved pages look like when printed. Skia writes an
// OpenType font as drawings (Type 3), a TrueType font whole.
var chromiumStyles = map[string]string{
	"OpenType":    `body{font-family:"Noto Sans CJK SC"}`,
	"TrueType":    `body{font-family:"Droid Sans Fallback"}`,
	"two columns": `body{font-family:"Noto Sans CJK SC";columns:2;font-size:11pt} h1{column-span:all} td{font-size:6pt;padding:0 2pt;white-space:nowrap}`,
}

func byChromium(t *testing.T) []madePDF {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Log("left out: Chromium (apt-get install chromium)")
		return nil
	}
	var out []madePDF
	for style, css := range chromiumStyles {
		lines := knownTexts(t)["heling-county/2023"]
		out = append(out, madePDF{"Chromium " + style, paragraphs(lines), printed(t, browser, page(lines, css)), 0})
	}
	return out
}

func page(lines []samplefiles.Line, css string) string {
	tags := map[samplefiles.Style]string{samplefiles.Title: "h1", samplefiles.Part: "h2",
		samplefiles.Chapter: "h3", samplefiles.Head: "h4"}
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="zh"><meta charset="utf-8"><style>@page{size:A4;margin:2.5cm}` +
		`p{text-indent:2em;line-height:1.8;margin:0} td{border:1px solid;padding:2pt 8pt}` + css + `</style>`)
	for i, l := range lines {
		if l.Style == samplefiles.Row {
			writeRow(&b, lines, i)
			continue
		}
		tag, ok := tags[l.Style]
		if !ok {
			tag = "p"
		}
		b.WriteString("<" + tag + ">" + html.EscapeString(l.Text) + "</" + tag + ">\n")
	}
	return b.String()
}

func writeRow(b *strings.Builder, lines []samplefiles.Line, i int) {
	if lines[i-1].Style != samplefiles.Row {
		b.WriteString("<table>")
	}
	b.WriteString("<tr>")
	for _, c := range lines[i].Cells {
		b.WriteString("<td>" + html.EscapeString(c) + "</td>")
	}
	b.WriteString("</tr>")
	if i+1 == len(lines) || lines[i+1].Style != samplefiles.Row {
		b.WriteString("</table>\n")
	}
}

func printed(t *testing.T, browser, page string) []byte {
	t.Helper()
	dir := t.TempDir()
	source, target := filepath.Join(dir, "a.html"), filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(source, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir+"/profile",
		"--no-pdf-header-footer", "--print-to-pdf="+target, "file://"+source).CombinedOutput()
	if err != nil {
		t.Fatalf("chromium: %v: %s", err, out)
	}
	data, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
