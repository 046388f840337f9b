package client

import (
	"context"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"path/filepath"
	"strings"

	"taizhang/api"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// Doctor is service.Service.Doctor. Files are named as seen from here.
func (c *Client) Doctor() ([]report.Problem, error) {
	out, err := soon[api.Examined](c, api.Doctor, none{})
	from, to := filepath.Clean(out.Folder)+string(filepath.Separator), filepath.Clean(c.Folder())+string(filepath.Separator)
	for i := range out.Problems {
		if rest, ok := strings.CutPrefix(out.Problems[i].File, from); ok {
			out.Problems[i].File = to + rest
		}
	}
	return out.Problems, err
}

// Tools is service.Service.Tools.
func (c *Client) Tools(ctx context.Context) ([]pipeline.Tool, error) {
	return ask[[]pipeline.Tool](ctx, c, api.Tools, none{})
}

// Stale is service.Service.Stale.
func (c *Client) Stale(q service.ReextractRequest) ([]string, error) {
	return soon[[]string](c, api.Stale, q)
}

// Reextract is service.Service.Reextract.
func (c *Client) Reextract(
	ctx context.Context, ids []string, progress func(service.ImportProgress),
) (library.Summary, error) {
	r, err := c.posted(ctx, api.Reextract, ids)
	if err != nil {
		return library.Summary{}, err
	}
	return c.summed(r, service.ImportRequest{}, progress)
}

// Rebuild is service.Service.Rebuild.
func (c *Client) Rebuild(ctx context.Context, progress func(done, of int)) error {
	r, err := c.posted(ctx, api.Rebuild, none{})
	if err != nil {
		return err
	}
	_, err = c.follow(r, func(e api.Event) {
		if e.Step != nil && progress != nil {
			progress(e.Step.Done, e.Step.Of)
		}
	})
	return err
}

// Backup is service.Service.Backup.
func (c *Client) Backup(
	ctx context.Context, w io.Writer, _ func(done, of int),
) (library.Manifest, error) {
	var m library.Manifest
	r, err := c.posted(ctx, api.Backup, none{})
	if err != nil {
		return m, err
	}
	answer, err := c.send(r)
	if err != nil {
		return m, err
	}
	defer answer.Body.Close()
	_, p, err := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	if err != nil {
		return m, c.lost(r.Context(), err)
	}
	parts := multipart.NewReader(answer.Body, p["boundary"])
	file, err := parts.NextPart()
	if err == nil {
		_, err = io.Copy(w, file)
	}
	if err != nil {
		return m, c.lost(r.Context(), err)
	}
	return m, c.lastPart(r.Context(), parts, &m)
}

// lastPart reads what follows the file of a backup.
func (c *Client) lastPart(ctx context.Context, parts *multipart.Reader, m *library.Manifest) error {
	part, err := parts.NextPart()
	if err != nil {
		return c.lost(ctx, err)
	}
	if part.FormName() == api.ProblemPart {
		var p api.Problem
		if err := json.NewDecoder(part).Decode(&p); err != nil {
			return c.lost(ctx, err)
		}
		return problemError(p)
	}
	if err := json.NewDecoder(part).Decode(m); err != nil {
		return c.lost(ctx, err)
	}
	return nil
}
