package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mime/multipart"
)

// uploaded returns a form with fields (name, value, …) and files, by the names
// that their sender gives them, and its type.
func uploaded(t *testing.T, files map[string][]byte, fields ...string) (body *bytes.Buffer, kind string) {
	t.Helper()
	body = new(bytes.Buffer)
	form := multipart.NewWriter(body)
	for i := 0; i < len(fields); i += 2 {
		if err := form.WriteField(fields[i], fields[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range files {
		h := textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="file"; filename="%s"`, name)}}
		part, err := form.CreatePart(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return body, form.FormDataContentType()
}

// zipped returns an archive of files.
func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, data := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestHostileUploads sends files as an attacker would: each is refused by itself
// or read under a name that leads nowhere, and nothing is written but the
// library.
func TestHostileUploads(t *testing.T) {
	s := ownSite(t)
	good := []byte("# 云溪县教育局2023年工作总结\n\n2023年，新增学位1200个。\n")
	zeros := make([]byte, 60<<20)
	for _, test := range []struct {
		name  string
		files map[string][]byte
		want  string // in the answer
	}{
		{"a name that climbs", map[string][]byte{"../../../../evil.md": good}, "evil.md"},
		{"a name of the root", map[string][]byte{"/etc/cron.d/evil.txt": good}, "evil.txt"},
		{"a name with a script", map[string][]byte{"<script>alert(1)<script>.md": good}, "script"},
		{"a name of a thousand characters", map[string][]byte{strings.Repeat("长", 1000) + ".md": good}, "长"},
		{"an archive with names that climb", map[string][]byte{"a.zip": zipped(t, map[string][]byte{"../../evil.md": good})}, "a.zip"},
		{"an archive that unpacks a thousandfold", map[string][]byte{"bomb.zip": zipped(t, map[string][]byte{"bomb.txt": zeros})}, "bomb.zip"},
		{"an archive in an archive", map[string][]byte{"nest.zip": zipped(t, map[string][]byte{"inner.zip": zipped(t, map[string][]byte{"a.txt": zeros})})}, "nest.zip"},
		{"a document that is none", map[string][]byte{"a.docx": []byte("PK\x03\x04 no archive"), "b.pdf": []byte("%PDF-1.7\n%%EOF")}, "refused"},
		{"nothing at all", map[string][]byte{"empty.txt": nil}, "empty.txt"},
	} {
		body, kind := uploaded(t, test.files)
		r := s.do(t, "POST", importPath, body, "Content-Type", kind, "Sec-Fetch-Site", "same-origin")
		if r.StatusCode != 200 || !strings.Contains(r.body, test.want) {
			t.Errorf("%s: status %d, want 200 with %q: %.300s", test.name, r.StatusCode, test.want, r.body)
		}
		s.namesNoPlace(t, test.name, r)
		if strings.Contains(r.body, `"../`) || strings.Contains(r.body, `"/etc`) {
			t.Errorf("%s: a name leads out: %s", test.name, r.body)
		}
	}
	s.get(t, "/import").shows(t, "</main>")
	s.holdsBack(t, "the page of imports", s.get(t, "/import"))
	s.holdsBack(t, "the list of reports", s.get(t, "/reports"))
	body, kind := uploaded(t, map[string][]byte{"large.txt": bytes.Repeat([]byte("长"), 2<<20)})
	if r := s.do(t, "POST", importPath, body, "Content-Type", kind); r.StatusCode != 413 {
		t.Errorf("more than an upload may have: status %d, want 413", r.StatusCode)
	}
	many := map[string][]byte{}
	for i := range uploadFiles + 1 {
		many[fmt.Sprintf("%d.txt", i)] = good
	}
	body, kind = uploaded(t, many)
	if r := s.do(t, "POST", importPath, body, "Content-Type", kind); r.StatusCode != 400 {
		t.Errorf("more files than an upload may have: status %d, want 400", r.StatusCode)
	}
	s.holdsNoStrays(t)
}

// holdsNoStrays checks that nothing lies beside the library.
func (s *site) holdsNoStrays(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.Contains(d.Name(), "evil") {
			t.Errorf("%s was written", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the library lie %v, %v", entries, err)
	}
}
