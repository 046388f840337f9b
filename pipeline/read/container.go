package read

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"taizhang/report"
)

// container is a ZIP file of parts, read within the limits of the document.
type container struct {
	ctx    context.Context
	files  map[string]*zip.File // by name in lower case, as Windows programs take it
	budget int64                // bytes that may still be unpacked
	limits Limits
}

// mostParts is far more than any office document has.
const mostParts = 20_000

var errUnzipped = errors.New("unpacks to too much")

func openContainer(ctx context.Context, d *document) (*container, error) {
	z, err := openZip(d.data)
	if err != nil {
		return nil, err
	}
	c := &container{ctx: ctx, files: map[string]*zip.File{}, limits: d.options.Limits}
	c.budget = c.limits.Unzipped
	for _, f := range z.File {
		c.files[partName(f.Name)] = f
	}
	return c, nil
}

// openZip reads the directory of a ZIP file. It counts the entries first: the
// directory of a hostile file would take all memory.
func openZip(data []byte) (*zip.Reader, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > mostParts {
		return nil, refuseSize(fmt.Sprintf("%d parts, more than %d", n, mostParts))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	return z, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (c *container) has(name string) bool { return c.files[partName(name)] != nil }

// open returns the elements of a part.
func (c *container) open(name string) (*xmlStream, func(), error) {
	f := c.files[partName(name)]
	if f == nil {
		return nil, nil, fmt.Errorf("part %s is missing", name)
	}
	if f.Flags&1 != 0 {
		return nil, nil, refusePassword()
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("part %s: %w", name, err)
	}
	return newXMLStream(c.ctx, &budgeted{r, &c.budget}, c.limits.Depth), func() { _ = r.Close() }, nil
}

// parse calls f for each element in the outermost one of a part.
func (c *container) parse(part string, f func(*xmlStream, element) error) error {
	x, done, err := c.open(part)
	if err != nil {
		return err
	}
	defer done()
	return x.each(func(element) error {
		return x.each(func(e element) error { return f(x, e) })
	})
}

// containerError says what is wrong with a container in the words of a refusal.
func containerError(format string, err error) error {
	var refusal *report.Refusal
	switch {
	case errors.As(err, &refusal),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errUnzipped), errors.Is(err, errDepth), errors.Is(err, errToken):
		return refuseSize(err.Error())
	case errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
	}
	return damaged(format, err)
}

// budgeted reads until a budget shared by all parts is used up.
type budgeted struct {
	r    io.Reader
	left *int64
}

func (b *budgeted) Read(p []byte) (int, error) {
	if *b.left <= 0 {
		return 0, errUnzipped
	}
	if int64(len(p)) > *b.left {
		p = p[:*b.left]
	}
	n, err := b.r.Read(p)
	*b.left -= int64(n)
	return n, err
}

// relations returns the targets of a part's relations by the last word of
// their type (styles, numbering, footnotes).
func (c *container) relations(part string) (map[string]string, error) {
	targets := map[string]string{}
	err := c.eachRelation(part, func(_, kind, target string) { targets[kind] = target })
	return targets, err
}

// eachRelation calls f for each relation of a part to another in the container.
func (c *container) eachRelation(part string, f func(id, kind, target string)) error {
	dir, base := path.Split(part)
	name := path.Join(dir, "_rels", base+".rels")
	if !c.has(name) {
		return nil
	}
	x, done, err := c.open(name)
	if err != nil {
		return err
	}
	defer done()
	n := 0
	return x.each(func(e element) error {
		if !strings.HasSuffix(strings.ToLower(e.name), "relationships") {
			return x.skip()
		}
		return x.each(func(e element) error {
			if n++; n > c.limits.Lines {
				return refuseSize(fmt.Sprintf("more than %d relations", n-1))
			}
			target := e.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			if e.attr("TargetMode") != "External" {
				f(e.attr("Id"), path.Base(e.attr("Type")), strings.TrimPrefix(target, "/"))
			}
			return x.skip()
		})
	})
}
