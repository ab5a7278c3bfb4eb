package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// viewersAtOnce is how many look at a server beside an attack, each from elsewhere:
// enough keys for a p99.
const viewersAtOnce = 4

// viewers open dashboards on a server. At a line of in they begin to press keys, and at
// the next one they write how long the answers took. They are a process of their own:
// the hostile clients' would take its time from them.
func viewers(address string, in io.Reader, out io.Writer) error {
	t := &target{address: address}
	all := make([]*caller, viewersAtOnce)
	shown := make([]<-chan time.Time, viewersAtOnce)
	for i := range all {
		c, err := t.connect(fmt.Sprintf("127.200.%d.1", i), "viewer")
		if err != nil {
			return err
		}
		defer c.close()
		if err := c.shell(80, 24); err != nil {
			return err
		}
		all[i], shown[i] = c, c.watch()
	}
	fmt.Fprintln(out, "ready") //nolint:errcheck // nobody would read it
	for lines := bufio.NewScanner(in); lines.Scan(); {
		ctx, stop := context.WithCancel(context.Background())
		delays := make([][]time.Duration, len(all))
		var looking sync.WaitGroup
		for i, c := range all {
			looking.Go(func() { delays[i] = c.look(ctx, shown[i]) })
		}
		fmt.Fprintln(out, "looking") //nolint:errcheck // likewise
		lines.Scan()
		stop()
		looking.Wait()
		if err := json.NewEncoder(out).Encode(spreadOf(slices.Concat(delays...))); err != nil {
			return err
		}
	}
	return nil
}

// watch reads what a dashboard shows, and tells when, to its end.
func (c *caller) watch() <-chan time.Time {
	came := make(chan time.Time, 1000)
	go func() {
		buf := make([]byte, 32<<10)
		for {
			if _, err := c.channel.Read(buf); err != nil {
				close(came)
				return
			}
			select {
			case came <- time.Now():
			default:
			}
		}
	}()
	return came
}

// look presses ten keys a second until ctx is done, and returns how long it took until
// something was shown.
func (c *caller) look(ctx context.Context, came <-chan time.Time) []time.Duration {
	var delays []time.Duration
	for n := 0; ctx.Err() == nil; n++ {
		for len(came) > 0 {
			<-came
		}
		pressed := time.Now()
		if _, err := c.channel.Write([]byte{"123450"[n%6]}); err != nil {
			return delays
		}
		select {
		case at, ok := <-came:
			if !ok {
				return delays
			}
			delays = append(delays, at.Sub(pressed))
		case <-time.After(5 * time.Second):
			delays = append(delays, 5*time.Second)
		}
		pause(ctx, 100*time.Millisecond)
	}
	return delays
}
