package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"taizhang/api"
)

// probe asks whether the server is there and knows the token.
func (c *Client) probe(ctx context.Context) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.endpoint.Address+api.Health, nil)
	if err != nil {
		return fmt.Errorf("ask server: %w", err)
	}
	return c.answer(r, &none{})
}

// post sends a value and reads the answer into out.
func (c *Client) post(ctx context.Context, path string, in, out any) error {
	r, err := c.posted(ctx, path, in)
	if err != nil {
		return err
	}
	return c.answer(r, out)
}

func (c *Client) posted(ctx context.Context, path string, in any) (*http.Request, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("ask server: %w", err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint.Address+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("ask server: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	return r, nil
}

func (c *Client) answer(r *http.Request, out any) error {
	answer, err := c.send(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if err := json.NewDecoder(answer.Body).Decode(out); err != nil {
		return c.lost(r.Context(), err)
	}
	return nil
}

// send sends a request; a problem that is answered is the error.
func (c *Client) send(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+c.endpoint.Token)
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, c.lost(r.Context(), err)
	}
	if answer.StatusCode == http.StatusOK {
		return answer, nil
	}
	defer answer.Body.Close()
	var p api.Problem
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<20)).Decode(&p); err != nil || p.Code == "" {
		return nil, fmt.Errorf("server at %s: %s", c.endpoint.Address, answer.Status)
	}
	return nil, problemError(p)
}

// lost is the error of a server that is gone, or of a person who ended the wait.
func (c *Client) lost(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return fmt.Errorf("server at %s is gone; run the same command again: %w", c.endpoint.Address, err)
}

// errCut is the error of an answer that ends before it says how the work ended.
var errCut = errors.New("the answer ends in the middle")

// follow sends a request and hands out the events of its answer to the last one,
// which it returns.
func (c *Client) follow(r *http.Request, event func(api.Event)) (api.Event, error) {
	r.Header.Set("Accept", api.Stream)
	answer, err := c.send(r)
	if err != nil {
		return api.Event{}, err
	}
	defer answer.Body.Close()
	for d := json.NewDecoder(answer.Body); ; {
		var e api.Event
		switch err := d.Decode(&e); {
		case errors.Is(err, io.EOF):
			return e, c.lost(r.Context(), errCut)
		case err != nil:
			return e, c.lost(r.Context(), err)
		case e.Problem != nil:
			return e, problemError(*e.Problem)
		case e.Summary != nil, e.End:
			return e, nil
		}
		event(e)
	}
}
