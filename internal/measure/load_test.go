package measure

import (
	"bufio"
	"context"
	"fmt"
	"html"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestLoad starts the program on a library and measures the time to its first
// page; then fifty clients read pages and the API for a minute while an import
// goes on: no error, and no page of more than 150 kB. At the end the server is
// told to end, and does. For every day there are five clients and a second.
func TestLoad(t *testing.T) {
	reports, clients, minute := size(t, 1000, 20), 5, time.Second
	if long() {
		clients, minute = 50, time.Minute
	}
	binary, dir := built(t), t.TempDir()
	lib := filepath.Join(dir, "library")
	all := generated(t, 0, reports+reports/2)
	for i, f := range all {
		data, err := f.Read()
		if err != nil {
			t.Fatal(err)
		}
		folder := "first"
		if i >= reports {
			folder = "more"
		}
		writeFile(t, filepath.Join(dir, folder, f.Path), data)
	}
	run(t, binary, "--library", lib, "--quiet", "import", filepath.Join(dir, "first"))
	server := startServer(t, binary, lib)
	t.Logf("%d reports: first page after %.2f s", reports, server.first.Seconds())
	if long() && server.first > 1500*time.Millisecond {
		t.Errorf("first page after %v, want 1.5 s", server.first)
	}
	importing := make(chan error, 1)
	go func() {
		out, err := exec.CommandContext(t.Context(), binary, "--library", lib, "--quiet", "import", filepath.Join(dir, "more")).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
		importing <- err
	}()
	readers := newVisitors(server.address, server.addresses(t))
	readers.visit(clients, time.Now().Add(minute))
	readers.told(t, clients)
	if err := <-importing; err != nil {
		t.Errorf("the import: %v", err)
	}
	server.end(t)
}

// runningServer is the program, serving.
type runningServer struct {
	cmd     *exec.Cmd
	address string
	first   time.Duration // from the start of the process to its first page
}

func startServer(t *testing.T, binary, lib string) *runningServer {
	t.Helper()
	s := &runningServer{cmd: exec.CommandContext(context.WithoutCancel(t.Context()), binary, "--library", lib, "serve", "--addr", "127.0.0.1:0")}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	s.address = strings.TrimSpace(line[strings.LastIndex(line, "http://"):])
	if status, _ := fetch(s.address + "/"); status != http.StatusOK {
		t.Fatalf("the first page: status %d", status)
	}
	s.first = time.Since(start)
	return s
}

// end ends the server as a person would, within bounded time.
func (s *runningServer) end(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the server ended with %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("the server does not end")
	}
}

// addresses are what the clients read, by route: pages and the API.
func (s *runningServer) addresses(t *testing.T) map[string][]string {
	t.Helper()
	query := func(path, name, value string) string { return path + "?" + url.Values{name: {value}}.Encode() }
	out := map[string][]string{
		"/": {"/", "/?offset=15"}, "/reports": {"/reports", "/reports?offset=50"}, "/rules": {"/rules"}, "/about": {"/about"},
		"/import": {"/import"}, "/settings": {"/settings"},
		"/search": {query("/search", "query", "固定资产投资"), query("/search", "query", `"全年新增"`), query("/search", "query", "类型:金额 值:>1亿")},
		"/series": {"/series", query("/series", "indicator", "固定资产投资")},
		"/ledger": {"/ledger", "/ledger?light=overdue&sort=urgency", "/ledger?status=unreported"}, "/ledger/review": {"/ledger/review"},
		"/api/v1/reports": {"/api/v1/reports"}, "/api/v1/search": {query("/api/v1/search", "query", "项目")},
		"/api/v1/facts": {query("/api/v1/facts", "query", "year:2016")}, "/api/v1/ledger": {"/api/v1/ledger?limit=20"},
		"/api/v1/ledger/counts": {"/api/v1/ledger/counts"}, "/api/v1/suggest": {query("/api/v1/suggest", "text", "固定")},
	}
	for _, page := range []string{"/reports", "/ledger"} {
		status, body := fetch(s.address + page)
		for deadline := time.Now().Add(2 * time.Minute); status == http.StatusAccepted && time.Now().Before(deadline); {
			time.Sleep(200 * time.Millisecond)
			status, body = fetch(s.address + page)
		}
		link := regexp.MustCompile(`href="(` + page + `/[0-9a-f]+[^"]*)"`)
		for _, found := range link.FindAllStringSubmatch(body, -1) {
			route := page + "/{id}"
			out[route] = append(out[route], html.UnescapeString(found[1]))
		}
	}
	return out
}

// fetch returns the status of an answer, 0 where there is none, and its body.
func fetch(address string) (status int, body string) {
	r, err := http.Get(address)
	if err != nil {
		return 0, err.Error()
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return 0, err.Error()
	}
	return r.StatusCode, string(data)
}

// visitors read addresses and note how that went.
type visitors struct {
	server    string
	addresses map[string][]string
	mutex     sync.Mutex
	times     map[string][]time.Duration // by route
	largest   map[string]int             // bytes, by route
	waited    int                        // answers that said that something is being worked out
	failed    []string
}

func newVisitors(server string, addresses map[string][]string) *visitors {
	return &visitors{server: server, addresses: addresses, times: map[string][]time.Duration{}, largest: map[string]int{}}
}

// visit lets so many clients read until then, each with a short pause, as
// people have.
func (v *visitors) visit(clients int, until time.Time) {
	routes := slices.Sorted(maps.Keys(v.addresses))
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(i), 8))
			for time.Now().Before(until) {
				route := routes[r.IntN(len(routes))]
				v.once(route, v.addresses[route][r.IntN(len(v.addresses[route]))])
				time.Sleep(time.Duration(r.IntN(1000)) * time.Millisecond)
			}
		})
	}
	all.Wait()
}

func (v *visitors) once(route, address string) {
	start := time.Now()
	status, body := fetch(v.server + address)
	took := time.Since(start)
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.times[route] = append(v.times[route], took)
	if !strings.HasPrefix(route, "/api/") {
		v.largest[route] = max(v.largest[route], len(body))
	}
	switch status {
	case http.StatusOK:
	case http.StatusAccepted:
		v.waited++
	default:
		v.failed = append(v.failed, fmt.Sprintf("%s: status %d: %.200s", address, status, body))
	}
}

// told writes the figures, and holds that nothing failed and no page is heavy.
func (v *visitors) told(t *testing.T, clients int) {
	t.Helper()
	var all []time.Duration
	for _, route := range slices.Sorted(maps.Keys(v.times)) {
		times := v.times[route]
		all = append(all, times...)
		t.Logf("%-24s %5d requests, p50 %6.0f ms, p95 %6.0f ms, %4d kB at most", route, len(times),
			ms(percentile(times, 50)), ms(percentile(times, 95)), v.largest[route]/1000)
		if v.largest[route] > 150_000 {
			t.Errorf("%s: a page of %d bytes, want at most 150000", route, v.largest[route])
		}
	}
	t.Logf("%d clients: %d requests, p50 %.0f ms, p95 %.0f ms, %d were told to come again, %d errors", clients, len(all),
		ms(percentile(all, 50)), ms(percentile(all, 95)), v.waited, len(v.failed))
	for _, f := range v.failed[:min(5, len(v.failed))] {
		t.Error(f)
	}
}
