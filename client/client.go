// Package client asks a running server what package service would be asked: its
// methods are those of *service.Service, and give the same answers and errors.
// Only one process can have a library open; while that is a server, others get
// at the library through it.
package client

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"taizhang/service"
)

// Client is a connection to the server of a library. It is safe for use by
// several goroutines.
type Client struct {
	endpoint service.Endpoint
	settings service.Settings
	http     *http.Client
}

// dialTime is how long a server may take to accept a connection. It is on the
// same machine.
const dialTime = 3 * time.Second

// Dial finds the server that has the library of the settings open. The error is
// service.ErrNoServer where there is none, or only what a dead one left.
func Dial(ctx context.Context, settings service.Settings) (*Client, error) {
	e, err := service.FindEndpoint(settings.Library)
	if err != nil {
		return nil, err
	}
	c := &Client{endpoint: e, settings: settings, http: &http.Client{Transport: &http.Transport{
		DialContext:        (&net.Dialer{Timeout: dialTime}).DialContext,
		DisableCompression: true, // bytes are cheap within a machine
	}}}
	probe, cancel := context.WithTimeout(ctx, dialTime)
	defer cancel()
	if err := c.probe(probe); err != nil {
		// Another process has the number or the address of a dead server by now.
		return nil, errors.Join(service.ErrNoServer, err)
	}
	return c, nil
}

// Close lets the connections go.
func (c *Client) Close() error {
	c.http.CloseIdleConnections()
	return nil
}

// Folder returns the library's folder.
func (c *Client) Folder() string { return c.settings.Library }

// Address returns where the server is found.
func (c *Client) Address() string { return c.endpoint.Address }

// Process returns the number of the server's process.
func (c *Client) Process() int { return c.endpoint.Process }
