package read

import (
	"context"
	"fmt"
	"time"

	"taizhang/report"
)

// Every reason for which a document is refused, with what to do about it.

func refuseEmpty(why string) error {
	return &report.Refusal{
		Code: report.RefusedEmpty,
		Why:  why,
		Hint: "check that the file was copied or downloaded completely",
	}
}

func refuseSize(why string) error {
	return &report.Refusal{
		Code: report.RefusedTooLarge,
		Why:  "the document is too large: " + why,
		Hint: "split it into one file a report, or raise the limits in the settings",
	}
}

func refuseTimeout(limit time.Duration) error {
	return &report.Refusal{
		Code: report.RefusedTimeout,
		Why:  fmt.Sprintf("reading took longer than %v", limit),
		Hint: "give the DOCX or TXT instead, or raise the limits in the settings",
	}
}

func refuseUnknown() error {
	return &report.Refusal{
		Code: report.RefusedUnknown,
		Why:  "the bytes are neither text nor a document of a known format",
		Hint: "give a PDF, DOCX, XLSX, OFD, HTML, Markdown or TXT file",
	}
}

func refuseFormat(f format) error {
	return &report.Refusal{
		Code: report.RefusedUnsupported,
		Why:  f.name + " files cannot be read",
		Hint: f.advice,
	}
}

// refuseConversion refuses a format that only LibreOffice can read.
func refuseConversion(format, why string) error {
	return &report.Refusal{
		Code: report.RefusedUnsupported,
		Why:  format + " files are read by LibreOffice; " + why,
		Hint: officeAdvice,
	}
}

func damaged(what string, err error) error {
	return &report.Refusal{
		Code: report.RefusedDamaged,
		Why:  "the " + what + " file is damaged or cut off",
		Hint: "copy or download it again, or open it in its own program and save it anew",
		Err:  err,
	}
}

func refuseEncoding(why string) error {
	return &report.Refusal{
		Code: report.RefusedEncoding,
		Why:  why,
		Hint: "save it as UTF-8 or GB18030",
	}
}

func refusePassword() error {
	return &report.Refusal{
		Code: report.RefusedPassword,
		Why:  "the document is encrypted and the password is missing or wrong",
		Hint: "give the password, or save the document without one",
	}
}

// refuseNeedsOCR refuses pictures of pages; why says why none was read. It asks
// no more than whether OCR could work here.
func (d *document) refuseNeedsOCR(why string) error {
	hint := "import the DOCX, or a better scan"
	if missing := d.ocr.ready(context.Background()); missing != nil {
		why += "; " + missing.Error()
		hint = "for OCR: " + d.ocr.advice() + "; or import the DOCX"
	}
	return &report.Refusal{Code: report.RefusedNeedsOCR, Why: why, Hint: hint}
}

func refuseUnreadable(why string) error {
	return &report.Refusal{
		Code: report.RefusedUnreadable,
		Why:  "the text of the file is garbage: " + why,
		Hint: "print it to PDF again from its source, OCR it, or import the DOCX",
	}
}
