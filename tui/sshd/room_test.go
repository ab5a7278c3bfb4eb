package sshd

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/present"
	"anhui-tui/tui/present/presenttest"
)

const glassLink = "shares/pv-glass-share-china-r2024-09"

// inRoom runs a test of presentations on a server where anybody may present.
func inRoom(t *testing.T, do func(f *fixture), changes ...func(*Config)) {
	t.Helper()
	open := func(c *Config) { c.AnyonePresents, c.Advertise = true, "demo.example.org:2222" }
	inMemory(t, func(_ *testing.T, f *fixture) { do(f) }, append([]func(*Config){open}, changes...)...)
}

// viewer is a client with the screen it sees.
type viewer struct {
	*clientSession
	c    *client
	w, h int
}

// open runs a command in a terminal.
func (f *fixture) open(from, command, lang string, w, h int) *viewer {
	f.t.Helper()
	return f.dialFrom(from).open(command, lang, w, h)
}

func (c *client) open(command, lang string, w, h int) *viewer {
	s := c.session().pty("xterm-256color", uint32(w), uint32(h))
	if lang != "" {
		s.must("env", struct{ Name, Value string }{"LANG", lang})
	}
	return &viewer{s.exec(command), c, w, h}
}

// screen returns what the viewer sees.
func (v *viewer) screen() string {
	time.Sleep(time.Second)
	synctest.Wait()
	return v.shows(v.w, v.h)
}

// shows returns what a terminal shows of what has come.
func (s *clientSession) shows(w, h int) string {
	e := newScreenOf(place.Viewport{Width: w, Height: h}, nil)
	shown := strings.NewReplacer(ansi.RequestBackgroundColor, "", ansi.RequestModeSynchronizedOutput, "").Replace(s.out.String())
	_, _ = io.WriteString(e, shown) // questions would wait for somebody to take the answer
	return e.e.String()
}

// sees waits until the viewer sees something.
func (v *viewer) sees(want string) {
	v.f.t.Helper()
	var got string
	for range 10 {
		if got = v.screen(); strings.Contains(got, want) {
			return
		}
	}
	v.f.t.Errorf("%q is not seen:\n%s", want, got)
}

// press presses keys, each by itself.
func (v *viewer) press(keys ...string) {
	for _, k := range keys {
		v.send(k)
		time.Sleep(200 * time.Millisecond)
		synctest.Wait()
	}
}

func (v *viewer) leave() { _ = v.c.Close() }

// presenting opens a presentation and returns its code.
func (f *fixture) presenting(link string) (*viewer, string) {
	f.t.Helper()
	p := f.open("198.51.100.1", "present "+link, "", 100, 30)
	p.sees("ssh -t -p 2222 demo.example.org follow ")
	code := regexp.MustCompile(`follow ([2-9A-Z]{4}-[2-9A-Z]{4})`).FindStringSubmatch(p.screen())
	if code == nil {
		f.t.Fatal("no code")
	}
	p.press("\x1b")
	return p, code[1]
}

// Everybody who follows sees the place of the presenter, in a frame that is the one
// of that place on their own viewport.
func TestFollowersSeeThePlace(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting(glassLink)
		zh := f.open("192.0.2.1", "follow "+code, "zh_CN.UTF-8", 80, 24)
		late := f.open("192.0.2.2", "follow "+strings.ToLower(code), "", 132, 43)
		for _, keys := range [][]string{{}, {"j", "j", "p"}, {"3", "t"}, {"1", "\r", "i"}, {"\x1b", "."}} {
			p.press(keys...)
			time.Sleep(time.Second)
			at := f.at(p)
			for _, v := range []*viewer{zh, late} {
				in := place.Viewport{Colors: place.Colors256, Remote: true}.Size(v.w, v.h)
				if v == zh {
					in.Lang = model.ZH
				}
				want := newScreenOf(in, nil)
				app := tui.New(dataset(), place.Place{}, in, tui.Options{}).
					Attend(place.Room{Role: place.Following, Code: code, Host: "demo.example.org:2222", Right: place.MayAlways}).Led(at, true)
				_, _ = io.WriteString(cooked{want}, app.Frame().String())
				if got, want := v.screen(), want.e.String(); got != want {
					t.Errorf("after %q, at %s, a follower sees\n%s\nnot\n%s", keys, at.Link(), got, want)
				}
			}
		}
		p.sees("2 follow")
		zh.press("j")
		zh.sees("自行浏览中") //nolint:gosmopolitan // what the screen says
		p.sees("1 follow · 1 browse")
		p.press("2")
		zh.press("F")
		if a, b := zh.screen(), late.screen(); !strings.Contains(a, "光伏玻璃") || !strings.Contains(b, "PV glass") { //nolint:gosmopolitan // likewise
			t.Errorf("F does not lead back:\n%s\n%s", a, b)
		}
		for _, v := range []*viewer{zh, late, p} {
			v.leave()
		}
	})
}

// at returns where the presenter is, as the hub knows.
func (f *fixture) at(v *viewer) place.Place {
	f.t.Helper()
	m := regexp.MustCompile(`([2-9A-Z]{4}-[2-9A-Z]{4})`).FindString(v.out.String())
	code, _ := present.ParseCode(m)
	seat, err := f.server.rooms.hub.Join(f.t.Context(), code, func() {})
	if err != nil {
		f.t.Fatal(err)
	}
	defer seat.Leave()
	return seat.Status().At
}

// Frames are drawn once for all who follow with the same viewport, and what a move
// costs is charged to the room: the source of the followers pays nothing.
func TestFollowersShareFrames(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("overview")
		all := make([]*viewer, 0, 16)
		for range 15 {
			all = append(all, f.open("192.0.2.1", "follow "+code, "", 90, 25))
		}
		all[14].sees("following")
		time.Sleep(time.Minute)
		_, diffs := f.server.renderer.Stats()
		frames, _ := f.server.renderer.Stats()
		p.press("2", "3", "4", "5", "1")
		time.Sleep(5 * time.Second)
		after, diffsAfter := f.server.renderer.Stats()
		if n := after.Misses - frames.Misses; n > 10 { // presenter and followers
			t.Errorf("%d frames drawn for 5 moves", n)
		}
		if n := diffsAfter.Misses - diffs.Misses; n > 10 {
			t.Errorf("%d differences made for 5 moves", n)
		}
		use := f.server.clients.use(addrOf(all[0].c.LocalAddr()))
		use.work.mu.Lock()
		level := use.work.bucket.level
		use.work.mu.Unlock()
		if level < float64(f.server.limits.PerSourceWorkBurst) {
			t.Errorf("the followers' source has %v of %d left", level, f.server.limits.PerSourceWorkBurst)
		}
		for _, v := range append(all, p) {
			v.leave()
		}
	})
}

// Who follows a presenter who goes on is not idle, for as long as a session may be.
// A presenter who is gone keeps nobody.
func TestFollowerIsNotIdle(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("overview")
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		for range 45 {
			p.press("\t")
			time.Sleep(time.Minute)
		}
		v.sees("following")
		p.press("q")
		p.exit(0)
		v.sees("presenter away")
		time.Sleep(16 * time.Minute)
		v.exit(1)
		_ = v.c.Close()
		p.leave()
	})
}

// The presenter is told how to resume after leaving, not before; the token resumes,
// the code does not, and followers stay.
func TestResume(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("clusters")
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.sees("following")
		p.press("q")
		p.exit(0)
		line := regexp.MustCompile(`ssh -t -p 2222 demo\.example\.org present --resume (\S+)`).FindStringSubmatch(p.errs.String())
		if line == nil {
			t.Fatalf("no line to resume with in %q", p.errs.String())
		}
		if secret := line[1][10:]; len(secret) < 20 || strings.Contains(p.out.String()+v.out.String(), secret) {
			t.Error("the token was on a screen")
		}
		v.sees("presenter away")
		other := f.open("192.0.2.9", "present --resume "+code, "", 80, 24)
		other.exit(1)
		if !strings.Contains(other.errs.String(), "no such presentation") {
			t.Errorf("%q", other.errs.String())
		}
		again := f.open("203.0.113.5", "present --resume "+line[1], "", 80, 24)
		again.sees("presenting " + code)
		again.press("\x1b", "3")
		v.sees("Trends")
		if s := v.screen(); strings.Contains(s, "away") {
			t.Errorf("the presenter is still away:\n%s", s)
		}
		again.press("P", "\x1b[B", "\x1b[B", "\x1b[B", "\r")
		v.sees("the presentation has ended")
		v.press("T")
		v.sees("Trends")
		for _, x := range []*viewer{again, other, v, p} {
			x.leave()
		}
	})
}

// In the room: pause, point, ask to present, hand over, copy what was shown.
func TestRoomCard(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting(glassLink)
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.sees("PV glass")
		time.Sleep(2 * time.Second)
		p.press("P", "\r", "4")
		v.sees("presenter pauses")
		if s := v.screen(); !strings.Contains(s, "PV glass") {
			t.Errorf("what is looked up in a pause is seen:\n%s", s)
		}
		p.press("2", "P", "\r")
		v.press("P", "\x1b[B", "\r")
		p.sees("1 asking to present")
		p.press("P", "\x1b[B", "\r")
		v.sees("you present now")
		p.sees("somebody else presents now")
		v.press("\x1b", "3")
		p.sees("Trends")
		time.Sleep(2 * time.Second)
		p.press("e", "G", "\r") // the last of what there is to take away
		copied := regexp.MustCompile(`\x1b\]52;c;([A-Za-z0-9+/=]+)`).FindAllStringSubmatch(p.out.String(), -1)
		if len(copied) == 0 {
			t.Fatal("nothing was copied")
		}
		text, _ := base64.StdEncoding.DecodeString(copied[len(copied)-1][1])
		for _, want := range []string{glassLink, ">50%", "China Daily", "trends/"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("the hand-out has no %q:\n%s", want, text)
			}
		}
		c := f.dial()
		h := c.exec("handout " + code)
		h.exit(0)
		if !strings.Contains(h.out.String(), "China Daily") {
			t.Errorf("handout prints %q", h.out.String())
		}
		_ = c.Close()
		v.leave()
		p.leave()
	})
}

// With keys for presenters, the user present has to prove one, and nobody else
// presents. The key is the token to resume with.
func TestPresenterKeys(t *testing.T) {
	key := func(b byte) ssh.Signer {
		s, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed([]byte(strings.Repeat(string(b), ed25519.SeedSize))))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	listed, other := key('a'), key('b')
	inRoom(t, func(f *fixture) {
		as := func(user string, auth ...ssh.AuthMethod) (*client, error) {
			c, chans, reqs, err := ssh.NewClientConn(f.rawFrom("192.0.2.1"), "anhui", &ssh.ClientConfig{
				User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Auth: auth,
			})
			if err != nil {
				return nil, err
			}
			go ssh.DiscardRequests(reqs)
			return &client{Conn: c, f: f, chans: chans}, nil
		}
		for name, auth := range map[string][]ssh.AuthMethod{
			"no key": nil, "another key": {ssh.PublicKeys(other)}, "a listed key that is not proven": {ssh.PublicKeys(pretender{other, listed})},
		} {
			if c, err := as("present", auth...); err == nil {
				t.Errorf("%s gets in", name)
				_ = c.Close()
			}
		}
		anybody, err := as("analyst", ssh.PublicKeys(listed))
		if err != nil {
			t.Fatal(err)
		}
		v := anybody.open("present", "", 100, 30)
		v.exit(1)
		if !strings.Contains(v.errs.String(), "present@demo.example.org present") {
			t.Errorf("%q", v.errs.String())
		}
		c, err := as("present", ssh.PublicKeys(listed))
		if err != nil {
			t.Fatal(err)
		}
		p := c.open("present", "", 100, 30)
		p.sees("presenting ")
		code := regexp.MustCompile(`presenting (\S+)`).FindStringSubmatch(p.screen())[1]
		_ = c.Close() // as if the line were cut
		time.Sleep(10 * time.Second)
		c, err = as("present", ssh.PublicKeys(listed))
		if err != nil {
			t.Fatal(err)
		}
		again := c.open("present --resume "+code, "", 100, 30)
		again.sees("presenting " + code)
		_ = c.Close()
		_ = anybody.Close()
	}, func(c *Config) { c.PresenterKeys = []ssh.PublicKey{listed.PublicKey()} })
}

// pretender offers a key and signs with another.
type pretender struct {
	ssh.Signer
	offers ssh.Signer
}

func (p pretender) PublicKey() ssh.PublicKey { return p.offers.PublicKey() }

// Two servers on a bus are one for those who present and follow. When the bus is
// down the presenter is told, and nobody else notices.
func TestTwoServers(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		bus := presenttest.NewMemory()
		shared := func(c *Config) { c.Bus, c.AnyonePresents, c.Advertise = bus, true, "demo.example.org:2222" }
		here, there := serveMem(t, shared), serveMem(t, shared)
		p, code := here.presenting(glassLink)
		v := there.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.sees("PV glass")
		p.press("3")
		v.sees("Trends")
		p.sees("1 follow")
		none := there.open("192.0.2.7", "follow 2345-6789", "", 80, 24)
		none.exit(1)
		bus.Break(true)
		p.press("4")
		p.sees("followers elsewhere cannot see this")
		time.Sleep(10 * time.Second)
		v.sees("presenter away")
		if !here.server.ready() || !there.server.ready() {
			t.Error("a server is not ready")
		}
		if here.server.metrics.panics.Value() > 0 {
			t.Error("a panic")
		}
		bus.Break(false)
		time.Sleep(5 * time.Second)
		v.sees("Voices")
		if s := v.screen(); strings.Contains(s, "away") {
			t.Errorf("the presenter is still away:\n%s", s)
		}
		for _, x := range []*viewer{p, v, none} {
			x.leave()
		}
		here.close()
		there.close()
	})
}

// In the dialogue a move is a line of its own, after what is being typed, and Enter
// goes there.
func TestFollowInDialogue(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("overview")
		c := f.dial()
		s := c.exec("follow " + code)
		s.wait("q quit: ")
		p.press("2")
		s.wait("presenter moved to: Shares, PV glass output")
		s.send("\n")
		s.wait("\nshares/pv-glass")
		time.Sleep(20 * time.Minute) // no key: it is idle
		p.leave()
		s.exit(1)
		_ = c.Close()
	})
}

// touring opens a tour that steps by itself, presented or not.
func touring(do RoomAction) func(*Config) {
	return func(c *Config) {
		c.Handler = opens{Opening{
			View: place.Viewport{Colors: place.Colors256}, At: nav.TourStart(dataset()),
			Options: tui.Options{FixedTheme: true, Auto: 20 * time.Second}, Room: RoomRequest{Do: do},
		}}
	}
}

// A tour that goes on by itself is watched for an hour after the last key; then its
// viewer is told, and ended as anybody is who does nothing.
func TestTourIsWatched(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		_, s := f.dashboard()
		time.Sleep(time.Hour + 13*time.Minute)
		if strings.Contains(s.out.String(), "disconnecting in") {
			t.Error("it is idle while it is watched")
		}
		time.Sleep(2 * time.Minute)
		s.wait("disconnecting in 1 minute.")
		time.Sleep(time.Minute)
		s.exit(1)
		if n := f.trips(reasonIdleTimeout); n != 1 {
			t.Errorf("%d sessions ended", n)
		}
	}, touring(NoRoom))
}

// A tour presented by itself takes everybody along, and nobody is idle meanwhile.
func TestTourInARoom(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p := f.open("198.51.100.1", "present", "", 100, 30)
		p.sees("presenting ")
		code := regexp.MustCompile(`presenting (\S+)`).FindStringSubmatch(p.screen())[1]
		f.server.config.Handler = testHandler{}
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		for _, stop := range nav.TourStops(dataset())[1:] {
			time.Sleep(17 * time.Second)
			v.sees(fmt.Sprintf("%d/%d  ", stop.Tour, len(dataset().Tour)))
		}
		time.Sleep(time.Hour)
		v.sees("following")
		p.press(" ")
		before := v.screen()
		time.Sleep(time.Minute)
		if v.screen() != before {
			t.Error("it goes on after a key")
		}
		p.leave()
		v.leave()
	}, touring(PresentRoom))
}
