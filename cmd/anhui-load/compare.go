package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"anhui-tui/data"
)

// compare measures servers one after the other, each in a process of its own,
// with the same keys.
func compare(args []string) error {
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	var p plan
	p.flags(f, 400)
	sshdSessions := f.Int("sshd-sessions", 50, "how many with OpenSSH's sshd, which has processes for each; 0 leaves it out")
	jsonFile := f.String("json", "", "write all that was measured to this file")
	profiles := f.String("profiles", "", "write CPU and heap profiles of the servers to files that begin with this")
	only := f.String("only", "", "some of floor,ours,stock,sshd; all of them if empty")
	if err := f.Parse(args); err != nil {
		return err
	}
	if err := p.check(); err != nil {
		return err
	}
	raiseFileLimit()
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	show := newProgress(os.Stderr)
	walks := p.walks(d, func(done, all int) { show.update("walks", "", done, all) })
	var all []result
	for _, name := range []string{"floor", "ours", "stock", "sshd"} {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), name) {
			continue
		}
		plan := p
		if name == "sshd" {
			if plan.Sessions = min(p.Sessions, *sshdSessions); plan.Sessions == 0 {
				continue
			}
		}
		l := &load{plan: &plan, name: name, walks: walks}
		l.progress = func(what string, done, all int) { show.update(name, what, done, all) }
		r, err := l.inProcess(*profiles)
		if errors.Is(err, errNoSSHD) {
			fmt.Fprintln(os.Stderr, err) //nolint:errcheck // it is only said
			continue
		}
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	show.clear()
	report := newReport(&p, all, args)
	if *jsonFile != "" {
		if err := report.writeJSON(*jsonFile); err != nil {
			return err
		}
	}
	return report.table(os.Stdout)
}

// inProcess starts the server of a load as a process, and measures it.
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

// run puts a load on a server that runs already.
func run(args []string) error {
	f := flag.NewFlagSet("run", flag.ContinueOnError)
	var p plan
	p.flags(f, 100)
	pid := f.Int("pid", 0, "process of the server, to measure its memory and CPU")
	jsonFile := f.String("json", "", "write all that was measured to this file")
	if err := f.Parse(args); err != nil {
		return err
	}
	if err := p.check(); err != nil {
		return err
	}
	if f.NArg() != 1 {
		return errors.New("run needs an address: anhui-load run [flags] 127.0.0.1:2222")
	}
	raiseFileLimit()
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	show := newProgress(os.Stderr)
	l := &load{plan: &p, name: "server", address: f.Arg(0), server: running(*pid)}
	l.progress = func(what string, done, all int) { show.update("", what, done, all) }
	l.walks = p.walks(d, func(done, all int) { show.update("", "walks", done, all) })
	started := time.Now()
	r, err := l.measure()
	show.clear()
	if err != nil {
		return err
	}
	fmt.Printf("%d sessions in %s\n", p.Sessions, time.Since(started).Round(time.Second))
	report := newReport(&p, []result{r}, args)
	if *jsonFile != "" {
		if err := report.writeJSON(*jsonFile); err != nil {
			return err
		}
	}
	return report.table(os.Stdout)
}

// running is a server that runs already, if its process is known.
func running(pid int) *process {
	if pid == 0 {
		return nil
	}
	found, err := os.FindProcess(pid)
	if err != nil {
		return nil
	}
	s := &process{}
	s.cmd = commandOf(found)
	return s
}
