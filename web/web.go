package web

import (
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"sync/atomic"
	"time"

	"taizhang/access"
	"taizhang/metrics"
	"taizhang/service"
)

// Options say how the pages are served.
type Options struct {
	Look      Look                                           // what the settings make of the pages
	Change    func(values map[string][]string) (Look, error) // changes settings, a list for each by name, for all later starts, too; a *SettingsError says which are wrong; nil: they stay as they are
	Hosts     []string                                       // host names it answers to beside those of the loopback
	Token     string                                         // what a client's bearer token must be; empty: none is right
	MaxUpload int64                                          // bytes of one upload, all files together; 0: 512 MB
	Log       *slog.Logger                                   // of requests, and of errors that are the program's own; nil: nowhere
	Metrics   *metrics.Metrics                               // shown at /metrics; nil: there are none
	Notice    string                                         // what the program owes to others
	License   string                                         // its own licence
	Gate      *access.Gate                                   // who may use it; nil: everybody who reaches it
	AnyHost   bool                                           // it answers to every host name; only behind a Gate
	Patience  time.Duration                                  // how long a page waits for what takes all reports before it says so; 0: 300 ms
}

const (
	defaultMaxUpload = 512 << 20
	defaultPatience  = 300 * time.Millisecond
)

// server is what every handler works with. It is not changed after New.
type server struct {
	service    *service.Service
	options    Options
	look       atomic.Pointer[Look]
	templates  templates
	catalogues map[lang]catalogue
	assets     assets
	pages      []page
	asked      map[string]ask
	document   []byte // openapi.json
	mux        *http.ServeMux
}

// New returns the pages and the API over a service. The error is a mistake in
// what is embedded: a template or a catalogue that cannot be read.
func New(sv *service.Service, o Options) (http.Handler, error) {
	s := &server{service: sv, options: o}
	s.look.Store(&o.Look)
	if o.MaxUpload == 0 {
		s.options.MaxUpload = defaultMaxUpload
	}
	if o.Patience == 0 {
		s.options.Patience = defaultPatience
	}
	if o.Log == nil {
		s.options.Log = slog.New(slog.DiscardHandler)
	}
	var err error
	if s.catalogues, err = loadCatalogues(); err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	s.pages = s.allPages()
	s.asked = s.asks()
	maps.Copy(s.asked, s.decisionAsks())
	if s.templates, err = loadTemplates(); err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	if s.document, err = describe(s.endpoints()); err != nil {
		return nil, fmt.Errorf("API: %w", err)
	}
	s.mux = s.routes()
	return s.guard(s.mux), nil
}
