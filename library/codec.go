package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/klauspost/compress/zstd"

	"taizhang/report"
)

// codec packs reports: JSON, compressed by zstd.
type codec struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
	plain   sync.Pool // *[]byte: what is to be compressed
}

// largestReport bounds what a packed report may unpack to.
const largestReport = 2 << 30

// mostKept bounds the memory that is kept for the next report.
const mostKept = 1 << 20

func newCodec() (*codec, error) {
	// The level above takes a third longer for a tenth less.
	e, err := zstd.NewWriter(nil, zstd.WithEncoderCRC(true), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(largestReport))
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	return &codec{encoder: e, decoder: d}, nil
}

func (c *codec) close() {
	c.encoder.Close()
	c.decoder.Close()
}

func (c *codec) pack(r *report.Report) ([]byte, error) {
	plain, ok := c.plain.Get().(*[]byte)
	if !ok {
		plain = new([]byte)
	}
	data, err := r.AppendJSON((*plain)[:0])
	if err != nil {
		return nil, fmt.Errorf("pack report %s: %w", r.ID, err)
	}
	packed := c.encoder.EncodeAll(data, make([]byte, 0, len(data)/3))
	if len(data) <= mostKept {
		*plain = data
		c.plain.Put(plain)
	}
	return packed, nil
}

func (c *codec) unpack(data []byte) (*report.Report, error) {
	plain, err := c.decoder.DecodeAll(data, nil)
	if err != nil {
		return nil, err
	}
	return parsed(plain)
}

// factsKey begins the facts of a packed report, which come last but for its
// problems. In a string of it the quotes would be escaped.
const factsKey = `,"facts":`

// unpackText unpacks what comes before the facts: text, outline and sentences,
// less than half of a report.
func (c *codec) unpackText(data []byte) (*report.Report, error) {
	plain, err := c.decoder.DecodeAll(data, nil)
	if err != nil {
		return nil, err
	}
	if i := bytes.Index(plain, []byte(factsKey)); i >= 0 {
		plain = plain[:i+1]
		plain[i] = '}'
	}
	return parsed(plain)
}

func parsed(plain []byte) (*report.Report, error) {
	var r report.Report
	if err := json.Unmarshal(plain, &r); err != nil {
		return nil, err
	}
	return &r, nil
}

// ErrNoReport is the error of an id under which there is no report.
var ErrNoReport = errors.New("there is no such report in the library")

// check tells whether a stored report is there and as it was written.
func (l *Library) check(id string) error {
	data, err := os.ReadFile(l.report(id))
	if err == nil {
		_, err = l.codec.decoder.DecodeAll(data, nil)
	}
	return err
}

// read reads a stored report.
func (l *Library) read(id string) (*report.Report, error) { return l.readBy(id, l.codec.unpack) }

// readBy reads a stored report, or as much of it as unpack does.
func (l *Library) readBy(id string, unpack func([]byte) (*report.Report, error)) (*report.Report, error) {
	if !isID(id) {
		return nil, fmt.Errorf("report %q: %w", id, ErrNoReport)
	}
	data, err := os.ReadFile(l.report(id))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("report %s: %w", id, ErrNoReport)
	}
	if err != nil {
		return nil, fmt.Errorf("read report %s: %w", id, err)
	}
	r, err := unpack(data)
	if err != nil {
		return nil, fmt.Errorf("read report %s: the stored file is damaged: %w", id, err)
	}
	if r.ID != id {
		return nil, fmt.Errorf("read report %s: the stored file is that of %s", id, r.ID)
	}
	return r, nil
}

// Extracted returns a stored report as it was extracted, whatever people decided.
// The error is ErrNoReport where there is none.
func (l *Library) Extracted(id string) (*report.Report, error) { return l.read(id) }

// isID tells whether an id is one: it becomes part of a path.
func isID(id string) bool {
	for i := range len(id) {
		if c := id[i]; !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f') {
			return false
		}
	}
	return id != ""
}
