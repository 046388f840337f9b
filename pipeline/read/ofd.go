package read

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"taizhang/report"
)

// ofd is a document of GB/T 33190 on its way: a ZIP file of XML parts that say
// what stands where on each page.
type ofd struct {
	*container
	out       *document
	box       ofdBox             // of pages that name none
	templates map[string]ofdPart // by id
	parsed    map[string]*ofdContent
	left      int // characters that may still be read

	resources *ofdResources // of the document being read
	scans     []ofdScan     // of all pages
	seen      int           // pictures on them
	reading   sync.Mutex    // held while a part is read by several
}

// ofdPart names a part by its id.
type ofdPart struct{ id, name string }

var errNoPages = errors.New("it has no pages")

// readOFD reads an OFD file page by page as it shows. Annotations and seals
// are no part of the text.
func readOFD(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutVisual
	c, err := openContainer(ctx, d)
	if err != nil {
		return containerError("ofd", err)
	}
	o := &ofd{
		container: c, out: d, left: int(c.limits.TextBytes / 3),
		templates: map[string]ofdPart{}, parsed: map[string]*ofdContent{},
	}
	roots, err := o.roots()
	if err != nil {
		return containerError("ofd", err)
	}
	var pages []pdfPage
	for _, root := range roots {
		if pages, err = o.document(pages, root); err != nil {
			return containerError("ofd", err)
		}
	}
	verdicts := make([]verdict, len(pages))
	for i := range pages {
		verdicts[i] = judge(&pages[i])
	}
	d.later = func(ctx context.Context) error { return o.look(ctx, pages, verdicts) }
	return nil
}

// roots returns the parts with the documents in the file: one, as a rule.
func (o *ofd) roots() ([]string, error) {
	var roots []string
	err := o.parse("OFD.xml", func(x *xmlStream, e element) error {
		if e.name == "Encryptions" {
			return refusePassword()
		}
		if e.name != "DocBody" {
			return x.skip()
		}
		return x.each(func(e element) error {
			if e.name != "DocRoot" {
				return x.skip()
			}
			loc, err := x.text()
			roots = append(roots, o.locate("OFD.xml", loc))
			return err
		})
	})
	if err == nil && len(roots) == 0 {
		err = errors.New("it names no document")
	}
	return roots, err
}

// locate returns the part that a location in another part means. Relative ones
// start at that part's folder; some programs start them at the top.
func (o *ofd) locate(from, loc string) string {
	loc = strings.TrimSpace(loc)
	if near := path.Join(path.Dir(from), loc); !strings.HasPrefix(loc, "/") && o.has(near) {
		return near
	}
	return strings.TrimPrefix(loc, "/")
}

// document adds the pages of a document to those before.
func (o *ofd) document(pages []pdfPage, root string) ([]pdfPage, error) {
	var parts []string
	o.resources = &ofdResources{}
	err := o.parse(root, func(x *xmlStream, e element) error {
		switch e.name {
		case "CommonData":
			return o.commonData(x, root)
		case "Pages":
			return x.each(func(e element) error {
				if e.name == "Page" {
					parts = append(parts, o.locate(root, e.attr("BaseLoc")))
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return nil, errNoPages
	}
	if most := o.limits.Pages; len(pages)+len(parts) > most {
		return nil, refuseSize(fmt.Sprintf("%d pages, more than %d", len(pages)+len(parts), most))
	}
	for _, part := range parts {
		p, err := o.page(part)
		if err != nil {
			return nil, err
		}
		p.number = len(pages) + 1
		pages = append(pages, p)
	}
	return pages, nil
}

// commonData reads what all pages share: their size and their templates.
func (o *ofd) commonData(x *xmlStream, root string) error {
	return x.each(func(e element) error {
		switch e.name {
		case "PageArea":
			return o.area(x, &o.box)
		case "TemplatePage":
			id := e.attr("ID")
			o.templates[id] = ofdPart{id, o.locate(root, e.attr("BaseLoc"))}
		case "PublicRes", "DocumentRes":
			loc, err := x.text()
			o.resources.lists = append(o.resources.lists, o.locate(root, loc))
			return err
		}
		return x.skip()
	})
}

// area reads the size of a page.
func (o *ofd) area(x *xmlStream, box *ofdBox) error {
	return x.each(func(e element) error {
		if e.name != "PhysicalBox" {
			return x.skip()
		}
		text, err := x.text()
		if found, ok := parseBox(text); ok {
			*box = found
		}
		return err
	})
}

// page reads a page. A damaged one costs that page only.
func (o *ofd) page(part string) (pdfPage, error) {
	c, err := o.content(part)
	if err != nil {
		var refusal *report.Refusal
		if errors.As(err, &refusal) || errors.Is(err, errUnzipped) || o.ctx.Err() != nil {
			return pdfPage{}, err
		}
		o.scans = append(o.scans, ofdScan{})
		return pdfPage{err: err}, nil
	}
	for _, id := range c.uses {
		t, ok := o.parsed[id]
		if !ok && o.templates[id].name != "" {
			if t, err = o.content(o.templates[id].name); err != nil {
				t = nil // a page can be read without
			}
			o.parsed[id] = t
		}
		if t != nil {
			if err := o.spend(len(t.glyphs)); err != nil {
				return pdfPage{}, err
			}
			c.include(t)
		}
	}
	resources := o.resources
	if len(c.lists) > 0 {
		resources = &ofdResources{lists: c.lists, above: o.resources}
	}
	o.scans = append(o.scans, c.scan(resources))
	return c.page(), o.ctx.Err()
}

// spend counts characters against the limit.
func (o *ofd) spend(n int) error {
	if o.left -= n; o.left < 0 {
		return refuseSize(fmt.Sprintf("more than %s of text", megabytes(o.limits.TextBytes)))
	}
	return nil
}
