package samplefiles

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// GB18030 returns text as an old Windows program saves it: GB18030, CRLF.
func GB18030(text string) ([]byte, error) {
	text = strings.ReplaceAll(text, "\n", "\r\n")
	out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("encode as GB18030: %w", err)
	}
	return out, nil
}
