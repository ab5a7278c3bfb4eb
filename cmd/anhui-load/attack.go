package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// newcomersIn is the share of those who come from elsewhere that must get a session
// while a server is attacked. Times have no bounds: the attackers are on the same
// machine.
const newcomersIn = 0.95

// attacked is what was measured while a server was attacked.
type attacked struct {
	grown    int64   // bytes of memory above rest, at the worst moment
	cpu      float64 // seconds of a processor a second
	delays   []time.Duration
	came, in int64 // newcomers, and those of them who got a session
}

// attack plays hostile clients against a server, one kind after the other.
func attack(args []string) error {
	set := flag.NewFlagSet("attack", flag.ContinueOnError)
	program := set.String("program", "", "the anhui-tui to attack, as built by: go build ./cmd/anhui-tui")
	each := set.Duration("time", 10*time.Second, "how long each attack takes")
	set.Usage = func() {
		fmt.Fprintln(set.Output(), "anhui-load attack --program FILE [NAME...]: hostile clients, with a viewer and newcomers from elsewhere beside them") //nolint:errcheck // help
		set.PrintDefaults()
		for _, a := range hostiles() {
			fmt.Fprintf(set.Output(), "  %-10s %s\n", a.name, a.what) //nolint:errcheck // help
		}
	}
	if err := set.Parse(args); err != nil {
		return err
	}
	if *program == "" {
		return errors.New("attack needs --program FILE; see --help")
	}
	all := hostiles()
	if names := set.Args(); len(names) > 0 {
		for _, name := range names {
			if !slices.ContainsFunc(all, func(a hostile) bool { return a.name == name }) {
				return fmt.Errorf("there is no attack %q; see --help", name)
			}
		}
		all = slices.DeleteFunc(all, func(a hostile) bool { return !slices.Contains(names, a.name) })
	}
	raiseFileLimit()
	fmt.Println("| attack | memory grown, MiB (bound) | CPU, cores | viewer p50, ms | p99 | newcomers in |\n|---|---|---|---|---|---|")
	var failed []string
	for _, a := range all {
		got, err := a.play(*program, *each)
		if err != nil {
			return fmt.Errorf("%s: %w", a.name, err)
		}
		slices.Sort(got.delays)
		at := func(share float64) float64 {
			if len(got.delays) == 0 {
				return -1
			}
			return float64(got.delays[int(share*float64(len(got.delays)-1))]) / float64(time.Millisecond)
		}
		fmt.Printf("| %s | %d (%d) | %.2f | %.1f | %.1f | %d of %d |\n", a.name, got.grown>>20, a.most, got.cpu, at(.5), at(.99), got.in, got.came)
		if got.grown > a.most<<20 || float64(got.in) < newcomersIn*float64(got.came) {
			failed = append(failed, a.name)
		}
	}
	if failed != nil {
		return fmt.Errorf("more memory than the bound, or fewer than 95 of 100 newcomers: %s", strings.Join(failed, ", "))
	}
	return nil
}

// victim is a server that is attacked, with all its limits as they are by default.
type victim struct {
	cmd     *exec.Cmd
	address string
}

// startVictim starts anhui-tui serve.
func startVictim(program, folder string) (*victim, error) {
	cmd := exec.Command(program, "serve", "--listen", "127.0.0.1:0", "--http", "off", //nolint:gosec // what the user gave
		"--host-key", filepath.Join(folder, "host_key"), "--log-level", "error")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, ok := strings.Cut(strings.TrimSpace(line), " SSH on ")
	if err != nil || !ok {
		_ = cmd.Process.Kill()
		return nil, fmt.Errorf("the server says %q: %w", line, err)
	}
	return &victim{cmd, address}, nil
}

// play attacks a server of its own for a time.
func (a hostile) play(program string, each time.Duration) (attacked, error) {
	var got attacked
	folder, err := os.MkdirTemp("", "anhui-load-")
	if err != nil {
		return got, err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // it is in a folder for such
	v, err := startVictim(program, folder)
	if err != nil {
		return got, err
	}
	defer func() {
		_ = v.cmd.Process.Kill()
		_ = v.cmd.Wait() // it was killed
	}()
	viewer, err := v.connect("127.200.0.1", "viewer")
	if err != nil {
		return got, err
	}
	if err := viewer.shell(80, 24); err != nil {
		return got, err
	}
	time.Sleep(500 * time.Millisecond)
	rest, err := usageOf(v.cmd.Process.Pid)
	if err != nil {
		return got, err
	}
	ctx, stop := context.WithTimeout(context.Background(), each)
	defer stop()
	var all sync.WaitGroup
	start := time.Now()
	all.Go(func() { a.do(ctx, v) })
	all.Go(func() { got.delays = viewer.look(ctx) })
	var came, in atomic.Int64
	all.Go(func() { v.newcomers(ctx, &came, &in) })
	peak := rest.Memory
	for ctx.Err() == nil {
		time.Sleep(100 * time.Millisecond)
		now, err := usageOf(v.cmd.Process.Pid)
		if err != nil {
			return got, fmt.Errorf("the server is gone: %w", err)
		}
		peak = max(peak, now.Memory)
		got.cpu = (now.CPU - rest.CPU) / time.Since(start).Seconds()
	}
	all.Wait()
	got.grown, got.came, got.in = peak-rest.Memory, came.Load(), in.Load()
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
		time.Sleep(200 * time.Millisecond)
	}
	all.Wait()
}

// caller is a client at an address of its own.
type caller struct {
	conn    net.Conn
	ssh     ssh.Conn
	channel ssh.Channel
}

// from returns a connection from an address on the loopback interface.
func (v *victim) from(address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 5 * time.Second, KeepAlive: -1, LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	return d.Dial("tcp", v.address)
}

// connect makes a handshake.
func (v *victim) connect(address, user string) (*caller, error) {
	conn, err := v.from(address)
	if err != nil {
		return nil, err
	}
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	c, channels, requests, err := ssh.NewClientConn(conn, v.address, &ssh.ClientConfig{
		User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // a server on this machine, with a new key
	})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	_ = conn.SetDeadline(time.Time{})
	go refuse(channels)
	go ssh.DiscardRequests(requests)
	return &caller{conn: conn, ssh: c}, nil
}

func (c *caller) close() { _ = c.ssh.Close() }

// session opens a session of which the answers are thrown away, and runs a command
// unless it is "".
func (c *caller) session(command string) error {
	channel, requests, err := c.ssh.OpenChannel("session", nil)
	if err != nil {
		return err
	}
	go ssh.DiscardRequests(requests)
	c.channel = channel
	if command == "" {
		return nil
	}
	if ok, err := channel.SendRequest("exec", true, ssh.Marshal(struct{ S string }{command})); err != nil || !ok {
		return errors.Join(errors.New("exec was refused"), err)
	}
	go discard(channel)
	return nil
}

// shell opens a dashboard and waits for its first bytes.
func (c *caller) shell(width, height uint32) error {
	if err := c.session(""); err != nil {
		return err
	}
	pty := struct {
		Term                string
		Cols, Rows, Wpx, Hp uint32
		Modes               string
	}{"xterm-256color", width, height, 0, 0, "\x00"}
	if _, err := c.channel.SendRequest("pty-req", false, ssh.Marshal(pty)); err != nil {
		return err
	}
	if ok, err := c.channel.SendRequest("shell", true, nil); err != nil || !ok {
		return errors.Join(errors.New("shell was refused"), err)
	}
	late := time.AfterFunc(10*time.Second, c.close)
	defer late.Stop()
	_, err := c.channel.Read(make([]byte, 4096))
	return err
}

// look presses ten keys a second and returns how long their first bytes took.
func (c *caller) look(ctx context.Context) []time.Duration {
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
	defer c.close()
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
		time.Sleep(100 * time.Millisecond)
	}
	return delays
}
