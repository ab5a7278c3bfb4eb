package sshd

import (
	"fmt"
	"testing"

	"github.com/prometheus/client_golang/prometheus/testutil"
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
	for _, name := range []string{"hits_total", "misses_total", "evictions_total", "entries", "bytes"} {
		n, err := testutil.GatherAndCount(f.server.metrics.registry, "anhui_cache_"+name)
		if err != nil || n != 2 {
			t.Errorf("anhui_cache_%s: %d, %v", name, n, err)
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
