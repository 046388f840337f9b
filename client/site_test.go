package client

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
	"taizhang/web"
)

// site is a server over a library of the test's own, in this process.
type site struct {
	service  *service.Service
	settings service.Settings
	server   *httptest.Server
}

// newSite starts a server and announces it, so that Dial finds it.
func newSite(t *testing.T) *site {
	t.Helper()
	cache := filepath.Join(os.TempDir(), "taizhang-test")
	o := pipeline.Options{CacheDir: cache}
	o.Read.CacheDir, o.Read.Limits = cache, pipeline.DefaultLimits()
	s := &site{settings: service.Settings{Library: filepath.Join(t.TempDir(), "library"), Pipeline: o, DueSoonDays: 30}}
	var err error
	if s.service, err = service.Open(s.settings, service.Creating); err != nil {
		t.Fatal(err)
	}
	e := service.Endpoint{Token: service.NewToken()}
	h, err := web.New(s.service, web.Options{Token: e.Token})
	if err != nil {
		t.Fatal(err)
	}
	s.server = httptest.NewServer(h)
	t.Cleanup(func() {
		s.server.CloseClientConnections()
		s.server.Close()
		s.service.Close()
	})
	e.Address = s.server.URL
	if err := s.service.Announce(e); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *site) dial(t testing.TB) *Client {
	t.Helper()
	c, err := Dial(context.Background(), s.settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// made returns a small report of an invented office: so many sentences with a
// number each.
func made(number, sentences int) library.Input {
	text := fmt.Sprintf("柳溪区第%d办公室2023年工作总结\n\n", number)
	for i := range sentences {
		text += fmt.Sprintf("全年完成第%d类项目%d个，投入资金%d万元。\n", i+1, number+i, 100*number+i)
	}
	return library.Input{Path: fmt.Sprintf("%d.txt", number), Read: func() ([]byte, error) { return []byte(text), nil }}
}
