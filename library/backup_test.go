package library

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"taizhang/decision"
	"taizhang/report"
)

// ownRules are files of own rules, one of them as it was before.
var ownRules = []string{"own.yaml", "lexicon/words.yaml", ".former/own.yaml/20240301T090000.000000000Z.yaml"}

func backup(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir() + "/library"
	l := opened(t, dir, childOptions())
	imported(t, l, numbered(12))
	r := reportAt(t, l, 1)
	decided(t, l, confirmed("柳荫小学"), made(report.DecisionRemove, decision.KeyOfDocument(r)))
	if err := os.WriteFile(folder(dir).path(settingsName), []byte("lang: en\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range ownRules {
		path := folder(dir).path(RulesDir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(name), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	var file bytes.Buffer
	m, err := l.Backup(t.Context(), &file, noon, nil)
	if err != nil || m.Reports != 12 || len(m.Files) != 2*12+4+len(ownRules) {
		t.Fatalf("got manifest %+v, %v", m, err)
	}
	return file.Bytes()
}

func TestRestore(t *testing.T) {
	file := backup(t)
	empty := t.TempDir()
	for _, dir := range []string{t.TempDir() + "/a/library", empty} {
		m, err := Restore(bytes.NewReader(file), dir)
		if err != nil || m.Reports != 12 || !m.Made.Equal(noon) {
			t.Fatalf("got manifest %+v, %v", m, err)
		}
		l := opened(t, dir, childOptions())
		sound(t, l, 11, 22)
		if got := names(t, dir); got != "柳荫小学" {
			t.Errorf("got names %q", got)
		}
		if data, err := os.ReadFile(folder(dir).path(settingsName)); err != nil || string(data) != "lang: en\n" {
			t.Errorf("got settings %q, %v", data, err)
		}
		for _, name := range ownRules {
			if data, err := os.ReadFile(folder(dir).path(RulesDir, name)); err != nil || string(data) != name {
				t.Errorf("got rules %q, %v", data, err)
			}
		}
	}
	if _, err := Restore(bytes.NewReader(file), empty); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("restored into a library: %v", err)
	}
}

// TestRestoreRefuses leaves nothing of a backup that is damaged or none.
func TestRestoreRefuses(t *testing.T) {
	file := backup(t)
	flipped := bytes.Clone(file)
	flipped[len(flipped)/2] ^= 1
	for name, data := range map[string][]byte{
		"empty": {}, "text": []byte("年度总结"), "cut off": file[:len(file)/2], "flipped": flipped,
		"outside":  archiveOf(t, "../evil", "x"),
		"absolute": archiveOf(t, "/tmp/evil", "x"),
		"other":    archiveOf(t, "reports/evil.sh", "x"),
		"rules":    archiveOf(t, "rules/../../evil.yaml", "x"),
		"deep":     archiveOf(t, "rules/a/b/c/d.yaml", "x"),
		"no list":  archiveOf(t, versionFile, "2\n"),
		"changed":  archiveOf(t, versionFile, "2\n", manifestName, `{"format":2,"files":[{"path":"version","size":2,"sha256":"00"}]}`),
		"missing":  archiveOf(t, manifestName, `{"format":2,"files":[{"path":"version","size":2,"sha256":"00"}]}`),
		"unnamed":  archiveOf(t, versionFile, "2\n", manifestName, `{"format":2}`),
		"newer":    archiveOf(t, manifestName, `{"format":99}`),
	} {
		parent := t.TempDir()
		if _, err := Restore(bytes.NewReader(data), parent+"/library"); err == nil {
			t.Errorf("%s: was restored", name)
		}
		if left, err := os.ReadDir(parent); err != nil || len(left) > 0 {
			t.Errorf("%s: left %v behind, %v", name, left, err)
		}
	}
}

// archiveOf returns a compressed archive of files: name, content, name, ...
func archiveOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	packed, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	archive := tar.NewWriter(packed)
	for i := 0; i < len(files); i += 2 {
		if err := archive.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1]))}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestBrokenOff ends rebuilding and backing up before they begin and midway: what
// was there goes on, and nothing is left beside it.
func TestBrokenOff(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	imported(t, l, numbered(3))
	ctx, stop := context.WithCancel(t.Context())
	var file bytes.Buffer
	_, err := l.Backup(ctx, &file, noon, func(done, of int) {
		if done == of/2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("backup: %v, want context.Canceled", err)
	}
	if err := l.Rebuild(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("rebuild: %v, want context.Canceled", err)
	}
	if all, err := l.names(indexDir, ""); err != nil || len(all) != 2 { // the generation, and which it is
		t.Errorf("%v, %v: want one generation", all, err)
	}
	sound(t, l, 3, 6)
}
