package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/report"
)

// Member is a file in an archive.
type Member struct {
	Path string // its folders and name, parted by slashes; of an archive in the archive a.zip!/name
	// Read returns its bytes. The error is a *report.Refusal.
	Read func() ([]byte, error)
}

const (
	archiveMark  = "!/" // parts the path of an archive from that of a member
	archiveDeep  = 3    // archives in archives
	ratioFrom    = 1 << 20
	zipTail      = 66 << 10 // the end of a ZIP file, in which its directory is named
	zipEnd       = "PK\x05\x06"
	zipEnd64     = "PK\x06\x06"
	zipNameExtra = 0x7075 // the extra field with a name in UTF-8
)

// IsArchive tells a ZIP file of documents from a document that is a ZIP
// container itself, by the names in it.
func IsArchive(file io.ReaderAt, size int64, l Limits) bool {
	head := make([]byte, 4)
	if _, err := file.ReadAt(head, 0); err != nil || string(head) != "PK\x03\x04" && string(head) != zipEnd {
		return false
	}
	z, err := openArchive(file, size, l.orDefault())
	if err != nil {
		// One with too many files is said to be so by Members.
		var refusal *report.Refusal
		return errors.As(err, &refusal) && refusal.Code == report.RefusedTooLarge
	}
	return !holdsDocument(z)
}

// documentParts are the names of which every document that is a ZIP container
// has one.
var documentParts = []string{"[content_types].xml", "mimetype", "ofd.xml", "meta-inf/manifest.xml",
	"word/document.xml", "xl/workbook.xml"}

func holdsDocument(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return slices.Contains(documentParts, partName(f.Name))
	})
}

// Members lists the files of a ZIP archive and of the archives in it. Nothing
// is kept unpacked but the archive in the archive that was read last; what all
// members together unpack to is bounded. The error is a *report.Refusal.
func Members(file io.ReaderAt, size int64, l Limits) ([]Member, error) {
	a := &archive{limits: l.orDefault()}
	a.budget = a.limits.Archive
	z, err := openArchive(file, size, a.limits)
	if err != nil {
		return nil, err
	}
	return a.members(z, func() (*zip.Reader, error) { return z, nil }, archiveDeep)
}

// archive is what all members of an archive, and of those in it, share.
type archive struct {
	limits Limits
	listed int

	mu     sync.Mutex // held while a member is read
	budget int64      // bytes that may still be unpacked
	inside string     // path of the archive in the archive that was read last
	kept   *zip.Reader
}

// members lists the files of z; again opens it anew when one is to be read.
func (a *archive) members(z *zip.Reader, again func() (*zip.Reader, error), depth int) ([]Member, error) {
	var out []Member
	for i, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if a.listed++; a.listed > a.limits.Members {
			return nil, tooManyMembers(a.limits.Members)
		}
		m := Member{memberPath(f), func() ([]byte, error) {
			z, err := again()
			if err != nil {
				return nil, err
			}
			return a.read(z.File[i])
		}}
		if inner := a.inner(m, depth); inner != nil {
			out = append(out, inner...)
			continue
		}
		out = append(out, m)
	}
	return out, nil
}

// inner lists the members of a member that is an archive itself. One that
// cannot be listed stands for itself, and is refused when it is read.
func (a *archive) inner(m Member, depth int) []Member {
	if depth <= 1 || !strings.EqualFold(path.Ext(m.Path), ".zip") {
		return nil
	}
	again := func() (*zip.Reader, error) { return a.reopen(m) }
	z, err := again()
	if err != nil || holdsDocument(z) {
		return nil
	}
	members, err := a.members(z, again, depth-1)
	if err != nil {
		return nil
	}
	for i := range members {
		members[i].Path = m.Path + archiveMark + members[i].Path
	}
	return members
}

// reopen returns an archive in the archive, from memory where it was the last
// one asked for.
func (a *archive) reopen(m Member) (*zip.Reader, error) {
	a.mu.Lock()
	z, same := a.kept, a.inside == m.Path
	a.mu.Unlock()
	if z != nil && same {
		return z, nil
	}
	data, err := m.Read()
	if err != nil {
		return nil, err
	}
	if z, err = openArchive(bytes.NewReader(data), int64(len(data)), a.limits); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.inside, a.kept = m.Path, z
	return z, nil
}

func (a *archive) read(f *zip.File) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if f.Flags&1 != 0 {
		return nil, &report.Refusal{Code: report.RefusedPassword, Why: "the archive has a password",
			Hint: "unpack it and give the files in it"}
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, &report.Refusal{Code: report.RefusedUnsupported,
			Why: fmt.Sprintf("the archive is packed by method %d", f.Method), Hint: archiveAdvice}
	}
	if err != nil {
		return nil, damaged("archive", err)
	}
	defer r.Close()
	most := min(a.limits.Bytes, a.budget, a.mostOf(f))
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	a.budget -= int64(len(data))
	switch {
	case int64(len(data)) > most:
		return nil, refuseSize("it unpacks to more than " + megabytes(most))
	case err != nil:
		return nil, damaged("archive", err)
	}
	return data, nil
}

// mostOf returns what a member may unpack to by what it has packed.
func (a *archive) mostOf(f *zip.File) int64 {
	packed := int64(min(f.CompressedSize64, math.MaxInt32))
	return max(packed*int64(a.limits.Ratio), ratioFrom)
}

// openArchive reads the directory of a ZIP file. It looks first how many
// entries are claimed: the directory of a hostile file would take all memory.
func openArchive(file io.ReaderAt, size int64, l Limits) (*zip.Reader, error) {
	tail := make([]byte, min(size, zipTail))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return nil, damaged("archive", err)
	}
	if claimedEntries(tail) > uint64(l.Members) {
		return nil, tooManyMembers(l.Members)
	}
	z, err := zip.NewReader(file, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // paths are only shown
		return nil, damaged("archive", err)
	}
	return z, nil
}

// claimedEntries returns how many entries the end of a ZIP file claims.
func claimedEntries(tail []byte) uint64 {
	var n uint64
	for at := tail; ; {
		i := bytes.Index(at, []byte(zipEnd))
		if i < 0 || len(at)-i < 12 {
			break
		}
		n = max(n, uint64(binary.LittleEndian.Uint16(at[i+10:])))
		at = at[i+4:]
	}
	if n < math.MaxUint16 {
		return n
	}
	i := bytes.LastIndex(tail, []byte(zipEnd64))
	if i < 0 || len(tail)-i < 40 {
		return math.MaxUint64 // somewhere else: nobody's honest archive
	}
	return binary.LittleEndian.Uint64(tail[i+32:])
}

func tooManyMembers(most int) error {
	return refuseSize(fmt.Sprintf("the archive has more than %d files", most))
}

// memberPath returns the path of a member. Windows programs write names in
// the country's own encoding, some with the name in UTF-8 beside it.
func memberPath(f *zip.File) string {
	name := f.Name
	switch other := nameInUTF8(f.Extra); {
	case other != "":
		name = other
	case !utf8.ValidString(name):
		name = decoded(simplifiedchinese.GB18030, []byte(name))
	}
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(clean(name), `\`, "/")), "/")
}

// nameInUTF8 returns the name that Info-ZIP writes into an extra field: one
// byte version, four bytes checksum, the name.
func nameInUTF8(extra []byte) string {
	for len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		extra = extra[4:]
		if size > len(extra) {
			return ""
		}
		if id == zipNameExtra && size > 5 && utf8.Valid(extra[5:size]) {
			return string(extra[5:size])
		}
		extra = extra[size:]
	}
	return ""
}
