package client

import (
	"context"

	"taizhang/api"
)

// ask puts a request of the service to the server and returns its answer.
func ask[A any](ctx context.Context, c *Client, useCase string, request any) (A, error) {
	var out A
	err := c.post(ctx, api.Ask+useCase, request, &out)
	return out, err
}

// soon asks for what does not take long, and which nobody breaks off.
func soon[A any](c *Client, useCase string, request any) (A, error) {
	return ask[A](context.Background(), c, useCase, request)
}

// none is the request of what asks for nothing in particular.
type none struct{}
