package main

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"regexp"
	"strconv"
	"syscall"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"anhui-tui/cmd/internal/natsbus"
	"anhui-tui/tui/sshd"
)

// serverConfig loads what the server needs.
func (p *program) serverConfig(o *serveOptions) (sshd.Config, error) {
	d, err := p.load()
	if err != nil {
		return sshd.Config{}, err
	}
	key, err := p.loadHostKey(o)
	if err != nil {
		return sshd.Config{}, err
	}
	config := sshd.Config{
		Data: d, HostKey: key, Limits: o.limits, ProxyFrom: o.proxies,
		Handler: &remote{data: d, running: o.limits.MaxCommands}, Log: o.logger(p.stderr),
	}
	if config.Authorized, err = readKeys("--authorized-keys", o.authorizedKeys); err != nil {
		return sshd.Config{}, err
	}
	if config.PresenterKeys, err = readKeys("--presenter-keys", o.presenterKeys); err != nil {
		return sshd.Config{}, err
	}
	if o.bus.URL != "" {
		o.bus.Log = config.Log
		bus, err := natsbus.Connect(o.bus)
		if err != nil {
			return sshd.Config{}, usage("--bus: %w", err)
		}
		config.Bus = bus // until the process ends
	}
	config.AnyonePresents = o.anyonePresents()
	if o.advertise != "" && !reachable(o.advertise) {
		return sshd.Config{}, usage("--advertise: %q is not of the form HOST or HOST:PORT", o.advertise)
	}
	config.Advertise = o.advertise
	return config, nil
}

// reachable reports whether viewers may be shown an address to paste into a shell: a
// name or an IP address, and perhaps a port.
func reachable(address string) bool {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		host, port = address, "22"
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
		return false
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$`).MatchString(host)
}

// readKeys returns the keys of the file a flag names, nil without one.
func readKeys(flag, path string) ([]ssh.PublicKey, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path) //nolint:gosec // the operator names it
	if err != nil {
		return nil, usage("%s: %w", flag, err)
	}
	keys, err := sshd.ParseAuthorizedKeys(text)
	if err != nil {
		return nil, usage("%s %s: %w", flag, path, err)
	}
	return keys, nil
}

// anyonePresents reports whether whoever gets in may present: by the flag, or else if
// strangers do not get in.
func (o *serveOptions) anyonePresents() bool {
	if o.present.value != auto {
		return o.present.value == "open"
	}
	host, _, err := net.SplitHostPort(o.listen)
	ip := net.ParseIP(host)
	local := err == nil && (host == "localhost" || ip != nil && ip.IsLoopback()) && len(o.proxies) == 0
	return local || o.authorizedKeys != ""
}

func (p *program) loadHostKey(o *serveOptions) (ssh.Signer, error) {
	path, err := o.keyFile(p.env)
	if err != nil {
		return nil, err
	}
	key, created, err := sshd.LoadOrCreateHostKey(path)
	if err != nil {
		return nil, fail(exitListen, "%w", err)
	}
	if created {
		fmt.Fprintln(p.stderr, "anhui-tui: made a new host key in "+path) //nolint:errcheck // only a notice
	}
	return key, nil
}

func (o *serveOptions) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(o.logLevel.value)); err != nil {
		panic(err) // the flag takes nothing else
	}
	options := &slog.HandlerOptions{Level: level}
	if o.logFormat.value == "text" {
		return slog.New(slog.NewTextHandler(w, options))
	}
	return slog.New(slog.NewJSONHandler(w, options))
}

// welcome says on stdout where the server is, what its host key is, as a
// fingerprint to compare and as a line of a known_hosts file to publish, and
// how to get there.
func (p *program) welcome(at net.Addr, side net.Listener, key ssh.PublicKey) {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		host, port = at.String(), "22"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "HOST"
		if name, err := os.Hostname(); err == nil {
			host = name
		}
	}
	line := "ssh " + host
	if port != "22" {
		line = "ssh -p " + port + " " + host
	}
	known := knownhosts.Line([]string{net.JoinHostPort(host, port)}, key)
	text := fmt.Sprintf("Serving the dashboard over SSH on %s\nHost key %s\nFor known_hosts:  %s\nConnect:  %s\n",
		at, ssh.FingerprintSHA256(key), known, line)
	if side != nil {
		text += fmt.Sprintf("Metrics:  http://%s/metrics\n", side.Addr())
	}
	fmt.Fprint(p.stdout, text) //nolint:errcheck // only a notice
}

// serveSignals are the signals that end serve: the first politely, the second
// at once.
type serveSignals struct {
	first, second chan struct{}
	in            chan os.Signal
}

func notifySignals() *serveSignals {
	s := &serveSignals{make(chan struct{}), make(chan struct{}), make(chan os.Signal, 2)}
	signal.Notify(s.in, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		for _, c := range []chan struct{}{s.first, s.second} {
			if _, ok := <-s.in; !ok {
				return
			}
			close(c)
		}
	}()
	return s
}

func (s *serveSignals) stop() {
	signal.Stop(s.in)
	close(s.in)
}
