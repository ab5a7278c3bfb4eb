package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// victim is a server that is attacked, with all its limits as they are by default.
type victim struct {
	target

	cmd     *exec.Cmd
	said    bytes.Buffer // on stderr
	folder  string
	viewers *process
	rest    usage // with its viewers
}

// startVictim starts anhui-tui serve, and viewers on it.
func startVictim(program string) (*victim, error) {
	folder, err := os.MkdirTemp("", "anhui-load-")
	if err != nil {
		return nil, err
	}
	v := &victim{folder: folder}
	v.cmd = exec.Command(program, "serve", "--listen", "127.0.0.1:0", "--http", "off", //nolint:gosec // what the user gave
		"--host-key", filepath.Join(folder, "host_key"), "--log-level", "error")
	if err := v.start(); err != nil {
		v.stop()
		return nil, err
	}
	return v, nil
}

// start starts the process and waits for it to be at rest.
func (v *victim) start() error {
	v.cmd.Stderr = &v.said
	out, err := v.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := v.cmd.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, ok := strings.Cut(strings.TrimSpace(line), " SSH on ")
	if err != nil || !ok {
		return fmt.Errorf("the server says %q: %w", line, err)
	}
	v.address = address
	if v.viewers, err = spawnChild("viewers", address); err != nil {
		return err
	}
	time.Sleep(500 * time.Millisecond)
	v.rest, err = usageOf(v.cmd.Process.Pid)
	return err
}

// usage returns what the server uses, or an error with its last words.
func (v *victim) usage() (usage, error) {
	u, err := usageOf(v.cmd.Process.Pid)
	if err != nil {
		_ = v.cmd.Wait() // that it failed is known
		err = fmt.Errorf("the server is gone: %w\n%s", err, v.said.Bytes())
	}
	return u, err
}

func (v *victim) stop() {
	if v.viewers != nil {
		_ = v.viewers.stop() // they may have failed with the server
	}
	if v.cmd.Process != nil {
		_ = v.cmd.Process.Kill()
		_ = v.cmd.Wait() // it was killed
	}
	_ = os.RemoveAll(v.folder) // it is in a folder for such
}

// play attacks a server of its own for a time, or a sink beside it that is sent as
// much as before was. It waits for backAfter, if it is to tell what is left then.
func (a *hostile) play(o *attackOptions, before *trial, wait bool) (trial, error) {
	got := trial{Left: -1 << 20}
	v, err := startVictim(o.program)
	if err != nil {
		return got, err
	}
	defer v.stop()
	at := &target{address: v.address}
	if before != nil {
		sink, err := spawn("sink", &plan{Sessions: 1, Width: 80, Height: 24})
		if err != nil {
			return got, err
		}
		defer sink.stop() //nolint:errcheck // it holds nothing
		at = &target{
			address: sink.address, begun: time.Now(),
			bytesRate: float64(before.Sent) / before.Seconds, dialRate: float64(before.Dialed) / before.Seconds,
		}
	}
	ctx, stop := context.WithTimeout(context.Background(), a.time(o.time))
	defer stop()
	var beside, hostile sync.WaitGroup
	start := time.Now()
	hostile.Go(func() { a.do(ctx, at) })
	if a.once {
		go func() { hostile.Wait(); stop() }()
	}
	if _, err := v.viewers.ask("look"); err != nil {
		return got, err
	}
	var came, in atomic.Int64
	beside.Go(func() { v.newcomers(ctx, &came, &in) })
	for ctx.Err() == nil {
		pause(ctx, 100*time.Millisecond)
		now, err := v.usage()
		if err != nil {
			return got, err
		}
		got.Grown = max(got.Grown, now.Memory-v.rest.Memory)
		got.CPU, got.Seconds = now.CPU-v.rest.CPU, time.Since(start).Seconds()
	}
	got.Sent, got.Dialed = at.sent.Load(), at.dialed.Load()
	line, err := v.viewers.ask("stop")
	if err == nil {
		err = json.Unmarshal([]byte(line), &got.Viewer)
	}
	if err != nil {
		return got, fmt.Errorf("the viewers are gone: %w", err)
	}
	beside.Wait()
	hostile.Wait()
	got.Newcomers, got.In = came.Load(), in.Load()
	if wait {
		time.Sleep(backAfter)
		now, err := v.usage()
		if err != nil {
			return got, err
		}
		got.Left = now.Memory - v.rest.Memory
	}
	return got, nil
}

// newcomers connect from elsewhere, five a second, each from a network of its own.
func (v *victim) newcomers(ctx context.Context, came, in *atomic.Int64) {
	var all sync.WaitGroup
	for n := 0; ctx.Err() == nil; n++ {
		all.Go(func() {
			c, err := v.connect(fmt.Sprintf("127.201.%d.1", n%250), "newcomer")
			came.Add(1)
			if err != nil {
				return
			}
			defer c.close()
			if c.shell(80, 24) == nil {
				in.Add(1)
			}
		})
		pause(ctx, 200*time.Millisecond)
	}
	all.Wait()
}

// pause waits for d, or until ctx is done.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
