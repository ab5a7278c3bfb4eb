package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const profilesUsage = "write CPU and heap profiles of the servers to files with this prefix"

// compare measures servers in turn, each in a process of its own, with the same
// keys; in several rounds if the machine is not steady.
func compare(args []string) error {
	b := newBench("compare", 400)
	b.flags.StringVar(&b.profiles, "profiles", "", profilesUsage)
	sshdSessions := b.flags.Int("sshd-sessions", 50, "sessions with OpenSSH's sshd, which has several processes for each; 0 skips it")
	only := b.flags.String("only", "", "servers to measure, of floor,ours,stock,sshd; all if empty")
	rounds := b.flags.Int("rounds", 1, "number of rounds; the one with the median CPU per key is reported")
	if err := b.begin(args); err != nil {
		return err
	}
	if *rounds < 1 || *rounds > 25 {
		return errors.New("--rounds must be from 1 to 25")
	}
	walks := b.walksOf(&b.plan)
	names := []string{"floor", "ours", "stock", "sshd"}
	if *only != "" {
		names = slices.DeleteFunc(names, func(name string) bool { return !slices.Contains(strings.Split(*only, ","), name) })
	}
	measured := make([][]result, len(names))
	for i := range *rounds * len(names) {
		name, p := names[i%len(names)], b.plan
		if name == "sshd" {
			if p.Sessions = min(p.Sessions, *sshdSessions); p.Sessions == 0 {
				continue
			}
		}
		r, err := b.load(name, name, p, walks).inProcess(b.profiles)
		if errors.Is(err, errNoSSHD) {
			fmt.Fprintln(os.Stderr, err) //nolint:errcheck // it is only said
			continue
		}
		if err != nil {
			return err
		}
		measured[i%len(names)] = append(measured[i%len(names)], r)
	}
	var all []result
	for _, of := range measured {
		if len(of) > 0 {
			all = append(all, middle(of))
		}
	}
	if err := b.end(all); err != nil || *rounds == 1 {
		return err
	}
	fmt.Println("\nCPU a key and memory a session after the keys, of each round:")
	for _, of := range measured {
		for _, r := range of {
			fmt.Printf("  %-6s %.3f ms  %.0f KiB\n", r.Server, r.KeyCPU, r.SessionNow)
		}
	}
	return nil
}

// middle returns the round with the median CPU per key; of an even number, the
// higher one.
func middle(rounds []result) result {
	rounds = slices.SortedFunc(slices.Values(rounds), func(a, b result) int { return cmp.Compare(a.KeyCPU, b.KeyCPU) })
	return rounds[len(rounds)/2]
}

// inProcess starts the server of a load as a process and measures it. It writes
// profiles to files with the prefix profiles, none if that is empty.
func (l *load) inProcess(profiles string) (r result, err error) {
	if l.name == "sshd" {
		var dir string
		l.server, l.auth, dir, err = startSSHD()
		defer os.RemoveAll(dir) //nolint:errcheck // of temporary files
	} else {
		l.server, err = spawn(l.name, l.plan)
	}
	if err != nil {
		if l.server != nil {
			err = errors.Join(err, l.server.stop())
		}
		return r, err
	}
	l.address = l.server.address
	if profiles != "" {
		l.profiles = profiles + l.name
	}
	r, err = l.measure()
	return r, errors.Join(err, l.server.stop())
}

// run measures a server that is running already.
func run(args []string) error {
	b := newBench("run", 100)
	pid := b.flags.Int("pid", 0, "process id of the server, to measure its memory and CPU")
	if err := b.begin(args); err != nil {
		return err
	}
	if b.flags.NArg() != 1 {
		return errors.New("run needs an address: anhui-load run [flags] 127.0.0.1:2222")
	}
	l := b.load("server", "", b.plan, b.walksOf(&b.plan))
	l.address = b.flags.Arg(0)
	if *pid != 0 {
		found, err := os.FindProcess(*pid)
		if err != nil {
			return fmt.Errorf("--pid: %w", err)
		}
		l.server = &process{cmd: &exec.Cmd{Process: found}}
	}
	started := time.Now()
	r, err := l.measure()
	if err != nil {
		return err
	}
	b.show.clear()
	fmt.Printf("%d sessions in %s\n", b.Sessions, time.Since(started).Round(time.Second))
	return b.end([]result{r})
}
