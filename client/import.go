package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"

	"taizhang/api"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// Import is service.Service.Import. The files are read here and sent: the
// server need not see them. No more of them is in memory than the server asks
// for.
func (c *Client) Import(
	ctx context.Context, q service.ImportRequest, progress func(service.ImportProgress),
) (library.Summary, error) {
	body, sent := io.Pipe()
	form := multipart.NewWriter(sent)
	go func() {
		err := sendFiles(form, q, c.settings.MaxBytes)
		sent.CloseWithError(errors.Join(err, form.Close()))
	}()
	defer body.Close() // the sender ends, too
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint.Address+api.ImportStream, body)
	if err != nil {
		return library.Summary{}, fmt.Errorf("ask server: %w", err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	return c.summed(r, q, progress)
}

// summed sends a request whose answer ends with a summary. Broken off, it
// returns what is known to be done.
func (c *Client) summed(
	r *http.Request, q service.ImportRequest, progress func(service.ImportProgress),
) (library.Summary, error) {
	var soFar library.Summary
	last, err := c.follow(r, func(e api.Event) {
		if e.Done != nil {
			soFar.Results = append(soFar.Results, e.Done.Result)
		}
		hand(e, q, progress)
	})
	if err != nil {
		return soFar, err
	}
	return *last.Summary, nil
}

// hand tells of an event whoever wants to know.
func hand(e api.Event, q service.ImportRequest, progress func(service.ImportProgress)) {
	switch {
	case e.Waiting != nil && q.Waiting != nil:
		q.Waiting(*e.Waiting)
	case e.Page != nil && q.Page != nil:
		q.Page(e.Page.Name, e.Page.Done, e.Page.Of)
	case e.Done != nil && progress != nil:
		progress(*e.Done)
	}
}

// sendFiles writes the parts of an upload; it waits while the server is busy.
func sendFiles(form *multipart.Writer, q service.ImportRequest, most int64) error {
	u := api.Upload{Paths: []string{}, Org: q.Hints.Org, Kind: q.Hints.Kind, Year: q.Hints.Year}
	for _, f := range q.Files {
		u.Paths = append(u.Paths, f.Path)
	}
	if err := sendJSON(form, api.UploadPart, u); err != nil {
		return err
	}
	for _, f := range q.Files {
		if err := sendFile(form, f, most); err != nil {
			return err
		}
	}
	return nil
}

func sendFile(form *multipart.Writer, f library.Input, most int64) error {
	data, err := f.Bytes(most)
	if err != nil {
		return sendJSON(form, api.RefusedPart, refusalOf(err))
	}
	part, err := form.CreateFormField(api.FilePart)
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// refusalOf says why a file could not be read, as the library would.
func refusalOf(err error) api.Refusal {
	var refusal *report.Refusal
	if errors.As(err, &refusal) {
		out := api.Refusal{Code: refusal.Code, Why: refusal.Why, Hint: refusal.Hint}
		if refusal.Err != nil {
			out.Why += ": " + refusal.Err.Error()
		}
		return out
	}
	return api.Refusal{Code: library.CodeFailed, Why: err.Error()}
}

func sendJSON(form *multipart.Writer, name string, v any) error {
	part, err := form.CreateFormField(name)
	if err != nil {
		return err
	}
	return json.NewEncoder(part).Encode(v)
}
