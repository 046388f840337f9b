package read

import (
	"fmt"
	"io"
	"path"
)

// ofdResources are the files that a document or a page uses, by their ids. They
// are looked up when first needed: most documents need none.
type ofdResources struct {
	lists []string          // parts that list them
	files map[string]string // parts by id, once looked up
	above *ofdResources     // of the document, for those of a page
}

// file returns the part of a resource, or "".
func (o *ofd) file(r *ofdResources, id string) string {
	if r == nil {
		return ""
	}
	if r.files == nil {
		r.files = map[string]string{}
		for _, list := range r.lists {
			// What a damaged list does not say, its pictures will be missed for.
			_ = o.listed(list, r.files)
		}
	}
	if part, ok := r.files[id]; ok {
		return part
	}
	return o.file(r.above, id)
}

// listed adds the files of a list of resources.
func (o *ofd) listed(list string, to map[string]string) error {
	x, done, err := o.open(list)
	if err != nil {
		return err
	}
	defer done()
	return x.each(func(root element) error {
		base := root.attr("BaseLoc")
		return x.each(func(e element) error {
			if e.name != "MultiMedias" {
				return x.skip()
			}
			return x.each(func(e element) error {
				id := e.attr("ID")
				return x.each(func(e element) error {
					if e.name != "MediaFile" {
						return x.skip()
					}
					loc, err := x.text()
					to[id] = o.locate(list, path.Join(base, loc))
					if near := o.locate(list, loc); !o.has(to[id]) && o.has(near) {
						to[id] = near
					}
					return err
				})
			})
		})
	})
}

// bytes returns what is in a part.
func (c *container) bytes(name string) ([]byte, error) {
	f := c.files[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("part %s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	defer r.Close()
	return io.ReadAll(&budgeted{r, &c.budget})
}
