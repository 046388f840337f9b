package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/spf13/cobra"

	"taizhang"
	"taizhang/access"
	"taizhang/client"
	"taizhang/library"
	"taizhang/metrics"
	"taizhang/service"
	"taizhang/web"
)

func newServe(a *app) *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "serve the library as pages for a browser and as an API",
		Long: `Serve opens the library, making it if there is none, and keeps it open: pages
for a browser, and the same as JSON under /api/v1. It listens on this machine
alone unless --addr says otherwise, which takes accounts (taizhang user add);
passwords then cross the network, so put it behind a proxy with TLS. It ends on
Ctrl-C.

While it runs, every other command given for this library goes through it and
prints the same; a second import waits behind the first and says so; names that
are confirmed take effect at once. What the server is to know of rules, OCR and
passwords is given to serve, not to the command.

The log, one line a request and one a file of an import, goes to the error
channel or to --log-file; queries are in it only with --verbose. /metrics counts
documents, refusals, facts and times in the format of Prometheus.`,
		Example: "  taizhang serve\n  taizhang serve --addr 127.0.0.1:0\n" +
			"  taizhang serve --log-format json --log-file taizhang.log",
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			gate, err := access.NewGate(a.settings.GetString("library"), time.Now)
			if err != nil {
				return err
			}
			l, err := listen(cmd.Context(), addr, gate.Guarded())
			if err != nil {
				return err
			}
			return a.serve(cmd, l, gate)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8420", "address to listen on; port 0: any that is free")
	return cmd
}

// listen opens the address; unless people have to sign in, it must be one of the
// loopback.
func listen(ctx context.Context, addr string, guarded bool) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, usageError{fmt.Errorf("--addr %s: want host:port, as in 127.0.0.1:8420: %w", addr, err)}
	}
	if !isLoopback(host) && !guarded {
		return nil, usageError{fmt.Errorf("--addr %s: others could reach it, and nobody would have to sign in; "+
			"taizhang user add first, or name an address of this machine alone, as 127.0.0.1:8420", addr)}
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s; name another address with --addr: %w", addr, err)
	}
	return l, nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// serve opens the library and serves it until the context ends.
func (a *app) serve(cmd *cobra.Command, l net.Listener, gate *access.Gate) error {
	if c, err := client.Dial(cmd.Context(), a.serviceSettings(cmd)); err == nil {
		return errors.Join(fmt.Errorf("the library is served already, at %s by process %d; end that server first",
			c.Address(), c.Process()), c.Close(), l.Close())
	}
	log := a.serverLog(cmd)
	s, counted, err := a.openServed(cmd, log)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer s.Close()
	e := service.Endpoint{Address: "http://" + l.Addr().String(), Token: service.NewToken()}
	look, err := a.settings.look()
	if err != nil {
		return errors.Join(err, l.Close())
	}
	keeper := settingsKeeper{flags: cmd.Flags(), library: a.settings.GetString("library"), service: s}
	handler, err := web.New(s, web.Options{Look: look, Change: keeper.change, Token: e.Token, Log: log, Metrics: counted,
		Gate: gate, AnyHost: gate.Guarded(), Notice: taizhang.Notice, License: taizhang.License})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if err := s.Announce(e); err != nil {
		return errors.Join(err, l.Close())
	}
	s.Prepare()
	fmt.Fprintf(cmd.OutOrStdout(), "serving %s at %s\n", s.Folder(), e.Address)
	defer context.AfterFunc(cmd.Context(), func() {
		fmt.Fprintln(cmd.ErrOrStderr(), "taizhang: ending: what runs has ten seconds; an import that takes longer "+
			"stops between two documents, and the same import goes on there. Once more ends at once")
	})()
	return errors.Join(web.Serve(cmd.Context(), l, handler, s.BreakOff), s.Withdraw(), s.Close())
}

// openServed opens the library for a server, which logs and counts what it does.
func (a *app) openServed(cmd *cobra.Command, log *slog.Logger) (*service.Service, *metrics.Metrics, error) {
	if err := a.checkRuleFolders(); err != nil {
		return nil, nil, err
	}
	var s *service.Service
	counted := metrics.New(func() (metrics.Holdings, error) {
		size, err := s.Size()
		return metrics.Holdings{Reports: size.Reports, Facts: size.Facts, IndexBytes: s.IndexBytes()}, err
	})
	settings := a.serviceSettings(cmd)
	settings.Observer = service.Observer{Took: counted.Took, File: func(r library.Result) {
		counted.File(r)
		log.Info("file", "path", r.Path, "status", r.Status, "code", r.Code, "facts", r.Facts, "seconds", r.Seconds)
	}}
	s, err := service.OpenContext(cmd.Context(), settings, service.Creating)
	return s, counted, err
}
