package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// hostile is one kind of hostile client, of which there are as many as one source, or
// as the sources it names, may have.
type hostile struct {
	name, what string
	crowd      bool // of 50 sources with 20 connections each; one source otherwise, or as many as it says
	full       bool // of a crowd that may take all the sessions there are
	once       bool // it is over by itself, within onceSeconds and onceCPU
	network    bool // it takes the kernel's time more than the server's, which is not bounded
	do         func(ctx context.Context, t *target)
}

// What an attack that is over by itself may take, and how long it is waited for.
const (
	onceSeconds = 30
	onceCPU     = 10
	onceMost    = 60 * time.Second
)

// memory returns how many MiB the server may grow by.
func (a *hostile) memory() int64 {
	if a.crowd {
		return crowdMemory
	}
	return sourceMemory
}

// left returns how many MiB may be left of that backAfter the attack.
func (a *hostile) left() int64 {
	if a.crowd {
		return crowdLeft
	}
	return leftMemory
}

// time returns how long it is played: a crowd needs some time to come.
func (a *hostile) time(each time.Duration) time.Duration {
	switch {
	case a.once:
		return onceMost
	case a.crowd:
		return 2 * each
	}
	return each
}

// attacker is the address of the one source that most attacks come from.
const attacker = "127.66.0.1"

// hostiles returns the catalogue.
func hostiles(seed uint64) []hostile {
	return []hostile{
		{name: "clipboard", what: "20 sessions hold down the key that copies", do: keys(80, 24, "3", strings.Repeat("y", 100))},
		{name: "focus", what: "20 sessions get and lose the focus", do: keys(80, 24, "", strings.Repeat("\x1b[I\x1b[O", 17))},
		{name: "next", what: "20 sessions go on to the next of what was found", do: keys(80, 24, "/e\r", strings.Repeat("n", 100))},
		{name: "packets", what: "20 sessions send 4,000 such keys at once, again and again", do: packets},
		{name: "results", what: "20 sessions move in the card that lists what is found", do: keys(80, 24, "/e", strings.Repeat("\x0e", 100))},
		{name: "queries", what: "20 sessions search for something else each time", do: typing},
		{name: "clicks", what: "20 sessions click on a large screen", do: keys(400, 150, "", clickAround())},
		{name: "views", what: "20 sessions change the view of a large screen", do: keys(400, 150, "", strings.Repeat("123450\x0c", 10))},
		{name: "resize", what: "20 sessions change the sizes of their windows, to others each time", do: resizing(seed)},
		{name: "random", what: "20 sessions do all there is to do, at random", do: randomly(seed)},
		{name: "dialogue", what: "20 sessions search in the line interface", do: lines(strings.Repeat("/zzzz\n", 20))},
		{name: "erase", what: "20 sessions type and erase in the line interface", do: lines(strings.Repeat("x\x7f", 64))},
		{name: "svg", what: "20 sessions ask for large pictures", do: commands("show --format svg --width 400 --height 150")},
		{name: "json", what: "20 sessions ask for all figures", do: commands("list figures --format json")},
		{name: "verify", what: "8 texts that take long are verified at once, until all are", once: true, do: verifying},
		{name: "early", what: "50 sources send data before a shell, on 20 connections each", crowd: true, do: early},
		{name: "names", what: "50 sources have names of 60 KB, on 20 connections each", crowd: true, do: names},
		{name: "extra", what: "50 sources open channels with extra data, on 20 connections each", crowd: true, do: extra},
		{name: "after", what: "one source sends to sessions that are over", do: afterwards},
		{name: "requests", what: "one source sends requests that are refused, on new connections", do: requesting},
		{name: "opens", what: "one source opens channels that are refused, on new connections", do: opening},
		{name: "rekey", what: "one source asks for new keys all the time", do: rekeying},
		{name: "silent", what: "60 sources connect once a second and say nothing", do: silence},
		{name: "flood", what: "one source connects as often as it can", network: true, do: flood},
		{name: "dialogues", what: "50 sources have 20 sessions each in the line interface, and wait", crowd: true, full: true, do: talkers},
		{name: "fifty", what: "50 sources have 20 sessions each and do all there is to do, at random", crowd: true, full: true, do: fifty(seed)},
	}
}

// discard reads what nobody wants.
func discard(r io.Reader) { _, _ = io.Copy(io.Discard, r) }

// each runs do for n clients at once, again and again while they are ended.
func each(ctx context.Context, n int, do func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			for ctx.Err() == nil {
				do(i)
				pause(ctx, 200*time.Millisecond)
			}
		})
	}
	all.Wait()
}

// connected connects each of 20 clients of one source again and again, and runs do on
// the connection.
func connected(ctx context.Context, t *target, do func(i int, c *caller)) {
	each(ctx, 20, func(i int) {
		c, err := t.connect(attacker, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		defer context.AfterFunc(ctx, c.close)()
		do(i, c)
	})
}

// typed is how many bytes a second a session may type.
const typed = 1000

// hold writes what is pressed again and again, at the rate that is let through.
func (c *caller) hold(ctx context.Context, text string) {
	for ctx.Err() == nil {
		if _, err := io.WriteString(c.channel, text); err != nil {
			return
		}
		pause(ctx, time.Duration(len(text))*time.Second/typed)
	}
}

// keys returns an attack of 20 dashboards that press some keys, and then others at
// the rate that is let through.
func keys(width, height uint32, first, then string) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		connected(ctx, t, func(_ int, c *caller) {
			if c.shell(width, height) != nil {
				return
			}
			go discard(c.channel)
			if _, err := io.WriteString(c.channel, first); err == nil {
				c.hold(ctx, then)
			}
		})
	}
}

// packets sends as much at once as is let through.
func packets(ctx context.Context, t *target) {
	connected(ctx, t, func(_ int, c *caller) {
		if c.shell(80, 24) != nil {
			return
		}
		go discard(c.channel)
		c.hold(ctx, "/e\r"+strings.Repeat("n", 4000))
	})
}

// clickAround returns clicks all over a large screen.
func clickAround() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "\x1b[<0;%d;%dM", 1+i*9, 1+(i*37)%150)
	}
	return b.String()
}

// typing searches for something new with every few keys.
func typing(ctx context.Context, t *target) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "%d\x0e\x15", 1000+i)
	}
	keys(80, 24, "/", b.String())(ctx, t)
}

func silence(ctx context.Context, t *target) {
	each(ctx, 60, func(i int) {
		if c, err := t.from(fmt.Sprintf("127.66.%d.1", i)); err == nil {
			gone, stop := context.WithTimeout(ctx, 20*time.Second)
			context.AfterFunc(gone, func() { stop(); _ = c.Close() })
		}
		pause(ctx, 800*time.Millisecond)
	})
}

func flood(ctx context.Context, t *target) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for ctx.Err() == nil {
				if c, err := t.from(attacker); err == nil {
					_ = c.Close()
				}
			}
		})
	}
	all.Wait()
}

// verifying gives texts to a source that has words with an ellipsis.
func verifying(ctx context.Context, t *target) {
	text := strings.Repeat("\u5360\u5168\u56fd\u7532", (510<<10)/12)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var c *caller
			var err error
			for c == nil && ctx.Err() == nil { // a source makes five handshakes at a time
				if c, err = t.connect(attacker, "attacker"); err != nil {
					pause(ctx, 100*time.Millisecond)
				}
			}
			if c == nil {
				return
			}
			defer c.close()
			if c.session("verify anhui-provincial-government-office-2017-12-21 --text -") != nil {
				return
			}
			_, _ = io.WriteString(c.channel, text)
			_ = c.channel.CloseWrite()
			_ = waitFor(ctx, c.ssh, onceMost)
		})
	}
	all.Wait()
}

// waitFor waits for the end of a connection.
func waitFor(ctx context.Context, c ssh.Conn, most time.Duration) error {
	timer := time.AfterFunc(most, func() { _ = c.Close() })
	defer timer.Stop()
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	return c.Wait()
}

// crowd connects 20 clients of each of 50 sources again and again, and runs do on the
// connection.
func crowd(ctx context.Context, t *target, user string, do func(i int, c *caller)) {
	each(ctx, 1000, func(i int) {
		c, err := t.connect(fmt.Sprintf("127.%d.0.1", 66+i%50), user)
		if err != nil {
			return
		}
		defer c.close()
		defer context.AfterFunc(ctx, c.close)()
		do(i, c)
	})
}

func early(ctx context.Context, t *target) {
	crowd(ctx, t, "attacker", func(_ int, c *caller) {
		err := c.session("")
		for err == nil && ctx.Err() == nil {
			_, err = c.channel.Write(make([]byte, 1<<10))
		}
	})
}

func names(ctx context.Context, t *target) {
	crowd(ctx, t, strings.Repeat("n", 60_000), func(_ int, c *caller) { _ = waitFor(ctx, c.ssh, time.Minute) })
}

func extra(ctx context.Context, t *target) {
	crowd(ctx, t, "attacker", func(_ int, c *caller) {
		for range 4 {
			if _, _, err := c.ssh.OpenChannel("session", make([]byte, 30_000)); err == nil {
				return // a sink
			}
		}
		_ = waitFor(ctx, c.ssh, time.Minute)
	})
}

// afterwards asks for what is over at once, and goes on sending.
func afterwards(ctx context.Context, t *target) {
	connected(ctx, t, func(_ int, c *caller) {
		err := c.session("version")
		for err == nil && ctx.Err() == nil {
			_, err = c.channel.Write([]byte("x"))
			pause(ctx, time.Millisecond)
		}
	})
}

// lines returns an attack of 20 dialogues that type all the time.
func lines(text string) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		connected(ctx, t, func(_ int, c *caller) {
			err := c.session("--accessible")
			for err == nil && ctx.Err() == nil {
				_, err = io.WriteString(c.channel, text)
				pause(ctx, 10*time.Millisecond)
			}
		})
	}
}

// talkers are in dialogues, and do nothing.
func talkers(ctx context.Context, t *target) {
	crowd(ctx, t, "attacker", func(_ int, c *caller) {
		if c.session("--accessible") == nil {
			_ = waitFor(ctx, c.ssh, time.Hour)
		}
	})
}

// commands returns an attack of 20 clients that run a command again and again.
func commands(line string) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		connected(ctx, t, func(_ int, c *caller) {
			for ctx.Err() == nil {
				channel, requests, err := c.ssh.OpenChannel("session", nil)
				if err != nil {
					return
				}
				go ssh.DiscardRequests(requests)
				if _, err := channel.SendRequest("exec", true, ssh.Marshal(struct{ S string }{line})); err != nil {
					return
				}
				discard(channel)
				_ = channel.Close()
			}
		})
	}
}

func requesting(ctx context.Context, t *target) {
	connected(ctx, t, func(_ int, c *caller) {
		var err error
		for err == nil && ctx.Err() == nil {
			_, _, err = c.ssh.SendRequest("flood@example.org", true, nil)
		}
	})
}

func opening(ctx context.Context, t *target) {
	connected(ctx, t, func(_ int, c *caller) {
		for ctx.Err() == nil {
			_, _, err := c.ssh.OpenChannel("x11", nil)
			if _, refused := err.(*ssh.OpenChannelError); !refused { //nolint:errorlint // as x/crypto returns it
				return
			}
		}
	})
}

// rekeying asks for new keys after the least that the library allows.
func rekeying(ctx context.Context, t *target) {
	each(ctx, 20, func(int) {
		c, err := t.connectWith(attacker, &ssh.ClientConfig{User: "attacker", Config: ssh.Config{RekeyThreshold: 1}})
		if err != nil {
			return
		}
		defer c.close()
		defer context.AfterFunc(ctx, c.close)()
		for err == nil && ctx.Err() == nil {
			_, _, err = c.ssh.SendRequest("flood@example.org", true, make([]byte, 300))
		}
	})
}
