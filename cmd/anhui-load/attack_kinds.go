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
	most       int64 // MiB that the server may grow by
	do         func(ctx context.Context, v *victim)
}

// attacker is the address of the one source that most attacks come from.
const attacker = "127.66.0.1"

// hostiles returns the catalogue.
func hostiles() []hostile {
	return []hostile{
		{"clipboard", "20 sessions hold down the key that copies", 100, keys(80, 24, "3", strings.Repeat("y", 100))},
		{"next", "20 sessions go on to the next of what was found", 100, keys(80, 24, "/e\r", strings.Repeat("n", 100))},
		{"results", "20 sessions move in the card that lists what is found", 100, keys(80, 24, "/e", strings.Repeat("\x0e", 100))},
		{"queries", "20 sessions search for something else each time", 100, typing},
		{"clicks", "20 sessions click on a large screen", 100, keys(400, 150, "", clickAround())},
		{"views", "20 sessions change the view of a large screen", 100, keys(400, 150, "", strings.Repeat("123450\x0c", 10))},
		{"silent", "60 sources connect once a second and say nothing", 100, silence},
		{"flood", "one source connects as often as it can", 100, flood},
		{"verify", "one source verifies texts that take long", 100, verifying},
		{"early", "50 sources send data before a shell, on 20 connections each", 600, early},
		{"names", "50 sources have names of 60 KB, on 20 connections each", 600, names},
		{"after", "one source sends to sessions that are over", 100, afterwards},
		{"dialogue", "20 sessions search in the line interface", 100, talking},
		{"requests", "one source sends requests that are refused, on new connections", 100, requesting},
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
				select {
				case <-ctx.Done():
				case <-time.After(200 * time.Millisecond):
				}
			}
		})
	}
	all.Wait()
}

// keys returns an attack of 20 dashboards that press some keys, and then others at
// the rate that is let through.
func keys(width, height uint32, first, then string) func(context.Context, *victim) {
	return func(ctx context.Context, v *victim) {
		each(ctx, 20, func(int) {
			c, err := v.connect(attacker, "attacker")
			if err != nil {
				return
			}
			defer c.close()
			if c.shell(width, height) != nil {
				return
			}
			go discard(c.channel)
			_, err = io.WriteString(c.channel, first)
			rate := time.Duration(len(then)) * time.Second / 1000
			for err == nil && ctx.Err() == nil {
				_, err = io.WriteString(c.channel, then)
				time.Sleep(rate)
			}
		})
	}
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
func typing(ctx context.Context, v *victim) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "%d\x0e\x15", 1000+i)
	}
	keys(80, 24, "/", b.String())(ctx, v)
}

func silence(ctx context.Context, v *victim) {
	each(ctx, 60, func(i int) {
		if c, err := v.from(fmt.Sprintf("127.66.%d.1", i)); err == nil {
			time.AfterFunc(20*time.Second, func() { _ = c.Close() })
		}
		time.Sleep(800 * time.Millisecond)
	})
}

func flood(ctx context.Context, v *victim) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for ctx.Err() == nil {
				if c, err := v.from(attacker); err == nil {
					_ = c.Close()
				}
			}
		})
	}
	all.Wait()
}

// verifying gives texts to a source that has words with an ellipsis.
func verifying(ctx context.Context, v *victim) {
	text := strings.Repeat("\u5360\u5168\u56fd\u7532", (510<<10)/12)
	each(ctx, 8, func(int) {
		c, err := v.connect(attacker, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		if c.session("verify anhui-provincial-government-office-2017-12-21 --text -") != nil {
			return
		}
		_, _ = io.WriteString(c.channel, text)
		_ = c.channel.CloseWrite()
		_ = waitFor(ctx, c.ssh, 30*time.Second)
	})
}

// waitFor waits for the end of a connection.
func waitFor(ctx context.Context, c ssh.Conn, most time.Duration) error {
	timer := time.AfterFunc(most, func() { _ = c.Close() })
	defer timer.Stop()
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	return c.Wait()
}

// crowd runs do for 20 clients of each of 50 sources.
func crowd(ctx context.Context, do func(from string)) {
	each(ctx, 1000, func(i int) { do(fmt.Sprintf("127.%d.0.1", 66+i%50)) })
}

func early(ctx context.Context, v *victim) {
	crowd(ctx, func(from string) {
		c, err := v.connect(from, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		if c.session("") != nil {
			return
		}
		for err == nil && ctx.Err() == nil {
			_, err = c.channel.Write(make([]byte, 1<<10))
		}
	})
}

func names(ctx context.Context, v *victim) {
	crowd(ctx, func(from string) {
		if c, err := v.connect(from, strings.Repeat("n", 60_000)); err == nil {
			defer c.close()
			_ = waitFor(ctx, c.ssh, time.Minute)
		}
	})
}

// afterwards asks for what is over at once, and goes on sending.
func afterwards(ctx context.Context, v *victim) {
	each(ctx, 20, func(int) {
		c, err := v.connect(attacker, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		if c.session("version") != nil {
			return
		}
		for err == nil && ctx.Err() == nil {
			_, err = c.channel.Write([]byte("x"))
			time.Sleep(time.Millisecond)
		}
	})
}

func talking(ctx context.Context, v *victim) {
	each(ctx, 20, func(int) {
		c, err := v.connect(attacker, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		err = c.session("--accessible")
		for err == nil && ctx.Err() == nil {
			_, err = io.WriteString(c.channel, strings.Repeat("/zzzz\n", 20))
			time.Sleep(10 * time.Millisecond)
		}
	})
}

func requesting(ctx context.Context, v *victim) {
	each(ctx, 20, func(int) {
		c, err := v.connect(attacker, "attacker")
		if err != nil {
			return
		}
		defer c.close()
		for err == nil && ctx.Err() == nil {
			_, _, err = c.ssh.SendRequest("flood@example.org", true, nil)
		}
	})
}
