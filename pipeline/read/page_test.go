package read

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"strings"
	"testing"
)

func TestPicture(t *testing.T) {
	r := New(Options{CacheDir: t.TempDir()})
	defer r.Close()
	data, err := os.ReadFile("../../samples/linjiang-project-centre/2023.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.Picture(context.Background(), data, 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds().Dx(); got < int(p.Width)-1 || got > int(p.Width)+1 {
		t.Errorf("the picture is %d pixels wide, want %.0f", got, p.Width)
	}
	var text strings.Builder
	for _, c := range p.Characters {
		text.WriteRune(c.Rune)
		if c.Box.X < 0 || c.Box.Y < 0 || c.Box.X+c.Box.Width > p.Width+1 || c.Box.Y+c.Box.Height > p.Height+1 {
			t.Fatalf("%q stands outside of the page: %+v", c.Rune, c.Box)
		}
	}
	if !strings.Contains(text.String(), "48个") {
		t.Errorf("the page lacks a value that it shows: %s", text.String())
	}
}

func TestNoPicture(t *testing.T) {
	r := New(Options{CacheDir: t.TempDir()})
	defer r.Close()
	data, err := os.ReadFile("../../samples/linjiang-project-centre/2023.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		data []byte
		page int
	}{
		"past the end": {data, 900},
		"page 0":       {data, 0},
		"text":         {[]byte("一、工作总结"), 1},
		"nothing":      {nil, 1},
		"no picture":   {[]byte("\x89PNG\r\n\x1a\nno picture"), 1},
	} {
		if _, err := r.Picture(context.Background(), x.data, x.page, 72); !errors.Is(err, ErrNoPicture) {
			t.Errorf("%s: got error %v, want that there is no picture", name, err)
		}
	}
	if _, err := r.Picture(context.Background(), []byte("%PDF-1.7 and nothing else"), 1, 72); err == nil {
		t.Error("a damaged file was drawn")
	}
}
