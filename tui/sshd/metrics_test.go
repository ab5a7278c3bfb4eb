package sshd

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestSharedFramesAreMetrics checks that two who look at the same share it,
// and that an operator can see that.
func TestSharedFramesAreMetrics(t *testing.T) {
	f := serveTCP(t)
	_, a := f.dashboard()
	_, b := f.dashboard()
	frames, leads := f.server.renderer.Stats()
	if frames.Misses != 1 || frames.Hits == 0 || leads.Misses != 1 || leads.Hits == 0 || frames.Bytes == 0 {
		t.Errorf("frames %+v, leads %+v", frames, leads)
	}
	w := httptest.NewRecorder()
	f.server.HTTP().Handler.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, name := range []string{"hits_total", "misses_total", "evictions_total", "entries", "bytes"} {
		for _, cache := range []string{"frames", "leads"} {
			if sample := fmt.Sprintf("\nanhui_cache_%s{cache=%q} ", name, cache); !strings.Contains(w.Body.String(), sample) {
				t.Errorf("no %s", sample)
			}
		}
	}
	for _, s := range []*clientSession{a, b} {
		s.send("q")
	}
	eventually(t, func() bool {
		frames, leads = f.server.renderer.Stats()
		return frames.Entries+leads.Entries+frames.Bytes+leads.Bytes == 0
	}, func() string { return fmt.Sprintf("nobody looks, and there are frames %+v, leads %+v", frames, leads) })
}

func TestSidePort(t *testing.T) {
	f := serveTCP(t)
	c, s := f.dashboard()
	s.send("2")
	s.wait("Anhui's share of China")
	get := func(path string) (int, string) {
		w := httptest.NewRecorder()
		f.server.HTTP().Handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		return w.Code, w.Body.String()
	}
	if code, _ := get("/healthz"); code != 200 {
		t.Errorf("healthz: %d", code)
	}
	if code, _ := get("/readyz"); code != 200 {
		t.Errorf("readyz: %d", code)
	}
	code, text := get("/metrics")
	if code != 200 || !strings.Contains(text, "\nanhui_sessions 1\n") || !strings.Contains(text, "anhui_keys_total 1\n") {
		t.Errorf("metrics: %d\n%s", code, text)
	}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "anhui_") {
			t.Errorf("foreign name: %s", line)
		}
	}
	for _, r := range limitReasons() {
		if !strings.Contains(text, `anhui_limit_trips_total{limit="`+string(r)+`"}`) {
			t.Errorf("no metric of %s", r)
		}
	}
	_ = c.Close()
	f.server.Drain(time.Second, nil)
	if code, _ := get("/readyz"); code != 503 {
		t.Errorf("readyz while draining: %d", code)
	}
	if code, _ := get("/healthz"); code != 200 {
		t.Errorf("healthz while draining: %d", code)
	}
}
