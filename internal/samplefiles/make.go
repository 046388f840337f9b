package samplefiles

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Sample is one file to be made.
type Sample struct {
	Source string // under samples/src
	Target string // under samples
	Header string // of a PDF
}

// Samples lists the generated samples.
func Samples() []Sample {
	return []Sample{
		{"heling-county/2023.md", "heling-county/2023.docx", ""},
		{"linjiang-project-centre/2022.md", "linjiang-project-centre/2022.docx", ""},
		{"linjiang-project-centre/2023.md", "linjiang-project-centre/2023.pdf", "云溪市临江区重点建设项目服务中心"},
		{"qinglan-education-bureau/2021.txt", "qinglan-education-bureau/2021.txt", ""},
		{"formats/report.md", "formats/report.rtf", ""},
		{"formats/report.md", "formats/report.odt", ""},
		{"formats/report.md", "formats/report.zip", ""},
		{"formats/report.md", "formats/scan.pdf", ""},
	}
}

// Mark is the document property by which a PDF names the source it was made from.
func Mark(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:])
}

// Make returns the bytes of a sample whose sources lie in the folder dir.
func Make(ctx context.Context, dir string, s Sample) ([]byte, error) {
	source, err := os.ReadFile(filepath.Join(dir, "src", s.Source))
	if err != nil {
		return nil, fmt.Errorf("read the source of %s: %w", s.Target, err)
	}
	lines := ParseSource(string(source))
	switch filepath.Ext(s.Target) {
	case ".rtf":
		return RTF(lines), nil
	case ".odt":
		return ODT(lines)
	case ".zip":
		return reportArchive(source)
	case ".txt":
		return GB18030(string(source))
	case ".docx":
		return DOCX(lines, Options{Numbered: true})
	case ".pdf":
		docx, err := DOCX(lines, Options{Header: s.Header, Keywords: Mark(source)})
		if err != nil {
			return nil, err
		}
		pdf, err := PDF(ctx, docx)
		if err != nil || !strings.HasPrefix(filepath.Base(s.Target), "scan") {
			return pdf, err
		}
		return Scan(ctx, pdf, Mark(source))
	}
	return nil, fmt.Errorf("make %s: expected .txt, .docx, .rtf, .odt, .zip or .pdf", s.Target)
}

// reportArchive packs the report twice, in folders with Chinese names.
func reportArchive(source []byte) ([]byte, error) {
	text, err := GB18030(string(source))
	if err != nil {
		return nil, err
	}
	return Archive([]Member{{"区水务局/2023年总结.md", source}, {"区水务局/网上下载/2023年总结.txt", text}}, true)
}
