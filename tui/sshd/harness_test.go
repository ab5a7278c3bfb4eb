package sshd

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

//nolint:gochecknoglobals // the dataset is slow to load and never changes
var dataset = sync.OnceValue(func() *model.Dataset {
	d, err := data.Embedded()
	if err != nil {
		panic(err)
	}
	return d
})

// testKey is a host key that is the same every time.
func testKey(t testing.TB) ssh.Signer {
	t.Helper()
	key, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// testHandler opens places, and has commands to misbehave with.
type testHandler struct{}

func (testHandler) Open(args, env []string) (Opening, error) {
	var room RoomRequest
	if len(args) > 0 {
		switch args[0] {
		case "present":
			room.Do, args = PresentRoom, args[1:]
			if len(args) == 2 && args[0] == "--resume" {
				room.Token, args = args[1], nil
			}
		case "follow":
			room, args = RoomRequest{Do: FollowRoom, Code: strings.Join(args[1:], " ")}, nil
		case "handout":
			return Opening{Room: RoomRequest{Do: HandoutRoom, Code: args[1], Format: "text"}}, nil
		}
	}
	at, err := place.Parse(strings.Join(args, " "))
	e := map[string]string{}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		e[name] = value
	}
	lang, _ := model.ParseLang(strings.SplitN(e["LANG"], "_", 2)[0])
	view := place.Viewport{Colors: place.Colors256, Lang: lang}
	if err == nil && room.Do == FollowRoom && e["TERM"] == "" {
		return Opening{Dialogue: true, View: view, Room: room}, nil
	}
	if err != nil || e["TERM"] == "" || e["TERM"] == "dumb" {
		return Opening{}, errors.New("no dashboard")
	}
	return Opening{At: at, View: view, Options: tui.Options{FixedTheme: room.Do != NoRoom}, Room: room}, nil
}

func (testHandler) Work(args []string) int {
	if strings.Join(args, " ") == "heavy" {
		return 2 * heavyCommand
	}
	return 1000
}

func (testHandler) Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	switch strings.Join(args, " ") {
	case "":
		fmt.Fprintln(stdout, "the overview")
	case "env":
		fmt.Fprintln(stdout, strings.Join(env, "\n"))
	case "stubborn":
		time.Sleep(10 * time.Minute)
	case "sleep", "heavy":
		<-ctx.Done()
		fmt.Fprintln(stdout, "too late")
	case "spam":
		for range 100_000 {
			if _, err := stdout.Write(make([]byte, 100)); err != nil {
				return 1
			}
		}
	case "cat":
		if _, err := io.Copy(stdout, stdin); err != nil {
			return 1
		}
	case "panic":
		panic("a fault")
	default:
		fmt.Fprintf(stderr, "unknown %q\n", args)
		return 3
	}
	return 0
}

// fixture is a server under test.
type fixture struct {
	t      testing.TB
	server *Server
	dialer func(from string) (net.Conn, error)
	served chan error
	log    *syncBuffer
}

// syncBuffer is a buffer many can write to.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// serveOn starts a server on a listener.
func serveOn(t testing.TB, ln net.Listener, changes ...func(*Config)) *fixture {
	t.Helper()
	f := &fixture{t: t, served: make(chan error, 1), log: &syncBuffer{}}
	config := Config{
		Data: dataset(), HostKey: testKey(t), Limits: DefaultLimits(), Handler: testHandler{},
		Log: slog.New(slog.NewJSONHandler(f.log, nil)),
	}
	config.Limits.PerSourceRate = 0
	config.Limits.PerSource, config.Limits.PerSourceHandshakes = 0, 0
	for _, change := range changes {
		change(&config)
	}
	server, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	f.server = server
	go func() { f.served <- server.Serve(ln) }()
	return f
}

// serveTCP starts a server on the loopback interface.
func serveTCP(t testing.TB, changes ...func(*Config)) *fixture {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	f := serveOn(t, ln, changes...)
	f.dialer = func(string) (net.Conn, error) { return net.Dial("tcp", ln.Addr().String()) }
	t.Cleanup(func() {
		f.server.Close()
		if err := <-f.served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return f
}

// serveMem starts a server in memory, for a synctest bubble; the caller closes
// it before the bubble ends.
func serveMem(t testing.TB, changes ...func(*Config)) *fixture {
	t.Helper()
	ln := newMemListener()
	f := serveOn(t, ln, changes...)
	f.dialer = func(from string) (net.Conn, error) { return ln.dial(from), nil }
	return f
}

// inMemory runs a test of a server in memory, in a bubble, and closes it.
func inMemory(t *testing.T, do func(t *testing.T, f *fixture), changes ...func(*Config)) {
	t.Helper()
	dataset() // whose locks are not the bubble's
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t, changes...)
		do(t, f)
		f.close()
	})
}

// close ends such a server.
func (f *fixture) close() {
	f.t.Helper()
	f.server.Close()
	if err := <-f.served; err != nil {
		f.t.Error(err)
	}
	time.Sleep(time.Minute) // what waits for work leaves; the clock stops with this goroutine
}

func limit(change func(*Limits)) func(*Config) {
	return func(c *Config) { change(&c.Limits) }
}

const home = "192.0.2.1"

// raw connects without SSH.
func (f *fixture) raw() net.Conn {
	f.t.Helper()
	return f.rawFrom(home)
}

func (f *fixture) rawFrom(from string) net.Conn {
	f.t.Helper()
	c, err := f.dialer(from)
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

// eventually waits for something that takes a moment, for two minutes at most: a
// machine may be busy. In a synctest bubble the moments are free.
func eventually(t testing.TB, ok func() bool, message func() string) {
	t.Helper()
	for range 12_000 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error(message())
}

func (f *fixture) trips(r reason) int {
	return int(f.server.metrics.trips.With(string(r)).Value())
}

// tripped waits until a limit was tripped.
func (f *fixture) tripped(r reason) {
	f.t.Helper()
	eventually(f.t, func() bool { return f.trips(r) > 0 }, func() string { return "limit not tripped: " + string(r) })
}

// empty waits until nobody is connected any more.
func (f *fixture) empty() {
	f.t.Helper()
	eventually(f.t, func() bool { return f.server.capacity.load() == load{} }, func() string {
		return fmt.Sprintf("still there: %+v", f.server.capacity.load())
	})
}
