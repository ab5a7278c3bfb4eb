package sshd

import (
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// TestMemory adds up what all clients together can make a server keep, and holds it
// against what README.md promises for a session of --max-sessions.
func TestMemory(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`never more than ([0-9.]+) MB each`).FindStringSubmatch(string(text))
	if m == nil {
		t.Fatal("README.md promises nothing")
	}
	promised, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	l := DefaultLimits()
	if got := float64(l.Memory()) / float64(l.MaxSessions) / 1e6; got > promised || got < promised/2 {
		t.Errorf("%.2f MB a session, %v are promised", got, promised)
	}
}

// TestShownBytes holds what a screen is counted with against all there is to show.
func TestShownBytes(t *testing.T) {
	d := dataset()
	for _, size := range [][2]int{{80, 24}, {200, 50}, {400, 150}} {
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			in := place.Viewport{Lang: lang, Colors: place.Colors256, Links: true}.Size(size[0], size[1])
			for at := (place.Place{}); at.View <= place.Sources; at.View++ {
				for at.Card = place.NoCard; at.Card <= place.ExportCard; at.Card++ {
					f := screen.At(d, at, in).Frame()
					if n := 2 * len(terminal.Diff(nil, f.Frame)); n > shownBytes*f.W*f.H {
						t.Errorf("%s at %d×%d: %d bytes", at.Link(), f.W, f.H, n)
					}
				}
			}
		}
	}
}

// TestMemoryIsReleased gives memory back when half of the connections have gone, and
// not for a few.
func TestMemoryIsReleased(t *testing.T) {
	s := &Server{conns: map[*conn]struct{}{}, keepaliveDue: true}
	var all []*conn
	for range 20 {
		c := &conn{}
		s.track(c)
		all = append(all, c)
	}
	for i, c := range all {
		if s.untrack(c); s.releaseDue != (i >= 9) {
			t.Fatalf("due with %d of 20 connections: %v", len(s.conns), s.releaseDue)
		}
	}
	few := &Server{conns: map[*conn]struct{}{}, keepaliveDue: true}
	all = all[:fewConns-1]
	for _, c := range all {
		few.track(c)
	}
	for _, c := range all {
		if few.untrack(c); few.releaseDue {
			t.Fatalf("due with %d of %d connections", len(few.conns), len(all))
		}
	}
}

// TestUserName lets nobody in whose name would be kept for hours.
func TestUserName(t *testing.T) {
	f := serveTCP(t)
	for n, in := range map[int]bool{256: true, 257: false, 60_000: false} {
		conn := f.raw()
		c, _, _, err := ssh.NewClientConn(conn, "", &ssh.ClientConfig{
			User: strings.Repeat("n", n), HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if (err == nil) != in {
			t.Errorf("%d bytes: %v", n, err)
		}
		if c != nil {
			_ = c.Close()
		}
		_ = conn.Close()
	}
}

// TestChannelExtraData refuses a session with data that sessions do not have.
func TestChannelExtraData(t *testing.T) {
	f := serveTCP(t)
	c := f.dial()
	defer c.Close() //nolint:errcheck // the test is over
	if _, _, err := c.OpenChannel("session", []byte("x")); err == nil {
		t.Error("it was opened")
	}
	c.exec("env").exit(0)
}

// TestDataAfterTheEnd sends to a command that is over, on a channel that the client
// does not close, while a dashboard keeps the connection alive. Nothing is kept, and
// the connection is closed.
func TestDataAfterTheEnd(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c, stalled := f.dialStalling()
		dashboard := c.session().pty("xterm", 80, 24).shell()
		dashboard.wait("Overview")
		over := c.session()
		stalled.stall.Store(true) // what the server says after the next frame is not heard
		dashboard.send("2")
		synctest.Wait()
		_, _ = over.SendRequest("exec", false, ssh.Marshal(struct{ S string }{"env"}))
		start := time.Now()
		for f.server.capacity.load().conns > 0 && time.Since(start) < time.Minute {
			if _, err := io.WriteString(over, strings.Repeat("x", 100)); err != nil {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		if d := time.Since(start); d < 9*time.Second || d > 12*time.Second {
			t.Errorf("closed after %v", d)
		}
		if n := f.trips(reasonChannelTimeout); n != 1 {
			t.Errorf("%d channels timed out", n)
		}
		_ = c.Close()
	})
}

// TestUpload lets a command that reads its input have all at once, and cuts off who
// sends as much to one that does not.
func TestUpload(t *testing.T) {
	dataset()
	for command, in := range map[string]bool{"cat": true, "sleep": false} {
		inMemory(t, func(t *testing.T, f *fixture) {
			c := f.dial()
			s := c.session()
			_, _ = s.SendRequest("exec", false, ssh.Marshal(struct{ S string }{command}))
			go func() {
				for range 4 {
					_, _ = io.WriteString(s, strings.Repeat("x", 30_000))
				}
				_ = s.CloseWrite()
			}()
			status := 0
			if !in {
				status = -1
			}
			s.exit(status)
			if n := len(s.out.String()); in && n != 120_000 {
				t.Errorf("%s: %d bytes came back", command, n)
			}
			_ = c.Close()
		})
	}
}
