package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/creack/pty"

	"anhui-tui/data"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/sshd/frames"
	"anhui-tui/tui/terminal"
)

// tmux presses the same keys in a session of our server and in the local
// dashboard inside tmux, and compares the bytes sent. Like the server, tmux
// knows both screens and sends their difference.
func tmux(args []string) error {
	f := flag.NewFlagSet("tmux", flag.ContinueOnError)
	var p plan
	p.flags(f, 1)
	n := f.Int("keys", 200, "number of keys, at most 2000")
	if err := f.Parse(args); err != nil {
		return err
	}
	if err := p.check(); err != nil {
		return err
	}
	if *n < 1 || *n > 2000 {
		return errors.New("--keys must be from 1 to 2000")
	}
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	steps := walk(frames.NewRenderer(0, 0), d, &p, *n, rand.New(rand.NewPCG(p.Seed, 0))) //nolint:gosec // not a secret
	s, err := start("ours", d, &p)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // nothing is lost
	c, err := dial(s.Addr().String(), nil, p.Width, p.Height, false)
	if err != nil {
		return err
	}
	defer c.close()
	ours, err := count(steps, c.channel, func() int64 { c.mu.Lock(); defer c.mu.Unlock(); return c.bytes })
	if err != nil {
		return err
	}
	shown := screen.Render(d, place.Place{}, p.viewport())
	diffs := 0
	for _, s := range steps {
		next := screen.Render(d, s.at, p.viewport())
		diffs += len(terminal.Diff(shown.Frame, next.Frame))
		shown = next
	}
	theirs, err := inTmux(steps, &p)
	if err != nil {
		return err
	}
	k := float64(len(steps))
	fmt.Printf("%d keys at %d×%d, bytes a key\nours %.0f, of these %.0f for cells\ntmux %.0f\nours/tmux %.2f\n",
		len(steps), p.Width, p.Height, float64(ours)/k, float64(diffs)/k, float64(theirs)/k, float64(ours)/float64(theirs))
	return nil
}

// inTmux returns the bytes that tmux sends to its terminal.
func inTmux(steps []step, p *plan) (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.Command("tmux", "-L", fmt.Sprintf("anhui-load-%d", os.Getpid()), "-f", os.DevNull, //nolint:gosec // this program
		"new-session", self+" "+childCommand+" local", ";", "set", "status", "off", ";",
		"set", "escape-time", "0", ";", "set", "default-terminal", "tmux-256color")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "TMUX=", "LC_ALL=C.UTF-8")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(p.Height), Cols: uint16(p.Width)}) //nolint:gosec // both were checked
	if err != nil {
		return 0, err
	}
	var mu sync.Mutex
	var bytes int64
	go func() {
		buf := make([]byte, 1<<16)
		for {
			n, err := terminal.Read(buf)
			if err != nil {
				return
			}
			mu.Lock()
			bytes += int64(n)
			mu.Unlock()
		}
	}()
	n, err := count(steps, terminal, func() int64 { mu.Lock(); defer mu.Unlock(); return bytes })
	_, e := io.WriteString(terminal, "\x03") // ends the dashboard, and with it tmux
	return n, errors.Join(err, e, cmd.Wait(), terminal.Close())
}

// count presses keys, each when the screen is complete, and returns the bytes
// received after the first screen.
func count(steps []step, to io.Writer, bytes func() int64) (int64, error) {
	time.Sleep(time.Second)
	before := settled(bytes)
	for _, s := range steps {
		if _, err := io.WriteString(to, s.key); err != nil {
			return 0, err
		}
		settled(bytes)
	}
	return bytes() - before, nil
}

// quiet is the pause in the output after which a screen counts as complete.
const quiet = 60 * time.Millisecond

// settled waits until the output pauses, and returns its bytes so far.
func settled(bytes func() int64) int64 {
	for {
		before := bytes()
		time.Sleep(quiet)
		if after := bytes(); after == before {
			return after
		}
	}
}
