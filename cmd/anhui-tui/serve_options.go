package main

import (
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"anhui-tui/tui/sshd"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	listen, http   string
	hostKey        string
	authorizedKeys string
	proxies        prefixes
	logFormat      choice
	logLevel       choice
	grace          time.Duration
	limits         sshd.Limits
	allow          prefixes
}

func newServeOptions() *serveOptions {
	return &serveOptions{
		limits:    sshd.DefaultLimits(),
		logFormat: choice{"json", []string{"json", "text"}},
		logLevel:  choice{"info", []string{"debug", "info", "warn", "error"}},
	}
}

func (o *serveOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.listen, "listen", "127.0.0.1:2222", "`ADDRESS` to serve SSH on; :2222 is every interface")
	f.StringVar(&o.http, "http", "127.0.0.1:9222", "`ADDRESS` of /healthz, /readyz and /metrics, or off; keep it private")
	f.StringVar(&o.hostKey, "host-key", "", "private key `FILE`, made if it is not there (default: in the state folder)")
	f.StringVar(&o.authorizedKeys, "authorized-keys", "", "let in only those with a key in `FILE`")
	f.Var(&o.proxies, "proxy-protocol-from", "networks whose PROXY headers say where a client is, as `CIDR,...`")
	f.Var(&o.logFormat, "log-format", "form of the log on stderr")
	f.Var(&o.logLevel, "log-level", "what is logged")
	f.DurationVar(&o.grace, "grace", 30*time.Second, "time to leave after SIGTERM")
	o.addLimits(f)
	mustComplete(cmd, "log-format", o.logFormat.complete)
	mustComplete(cmd, "log-level", o.logLevel.complete)
}

// addLimits makes a flag of every limit, with its default.
func (o *serveOptions) addLimits(f *pflag.FlagSet) {
	l := &o.limits
	number := func(p *int, name, usage string) { f.IntVar(p, name, *p, usage) }
	span := func(p *time.Duration, name, usage string) { f.DurationVar(p, name, *p, usage) }
	number(&l.MaxSessions, "max-sessions", "sessions at once")
	number(&l.MaxConnections, "max-connections", "connections at once; 0 is max-sessions and a fifth")
	number(&l.MaxPreAuth, "max-preauth", "connections without the client's key-exchange message")
	number(&l.SessionsPerConnection, "sessions-per-connection", "sessions on one connection")
	number(&l.PerSource, "per-source", "sessions, and connections, of one IPv4 address or IPv6 /64")
	number(&l.PerSourceRate, "per-source-rate", "new connections, and new sessions, of one source a minute")
	number(&l.PerSourceHandshakes, "per-source-handshakes", "of max-preauth for one source; four times as many for its IPv4 /24 or IPv6 /48")
	number(&l.PerSourceWireRate, "per-source-wire-rate", "bytes all connections of one source may send a second, encrypted")
	number(&l.PerSourceWireBurst, "per-source-wire-burst", "bytes they may send at once")
	number(&l.PerSourceWorkRate, "per-source-work-rate", "work of one source a second; a unit is about a microsecond of a processor")
	number(&l.PerSourceWorkBurst, "per-source-work-burst", "work of one source at once")
	f.Var(&o.allow, "per-source-allow", "networks that no limit for one source counts for, as `CIDR,...`")
	span(&l.HandshakeTimeout, "handshake-timeout", "from connecting to the client's key-exchange message")
	span(&l.PromptTimeout, "prompt-timeout", "from that to having logged in: for people who compare the host key")
	span(&l.ShellTimeout, "shell-timeout", "from opening a session to asking for a shell or a command")
	span(&l.ChannelTimeout, "channel-timeout", "of a connection without a session")
	span(&l.IdleTimeout, "idle-timeout", "without a key")
	span(&l.IdleWarning, "idle-warning", "how long before that a notice is shown")
	span(&l.SessionTimeout, "session-timeout", "of a session")
	span(&l.WriteStall, "write-stall", "for a client to take what is written to it")
	span(&l.Keepalive, "keepalive", "between asking whether the client is there")
	number(&l.KeepaliveCount, "keepalive-count", "questions without an answer")
	span(&l.TCPUserTimeout, "tcp-user-timeout", "for the network to acknowledge what was sent")
	number(&l.MaxCells, "max-cells", "cells of all screens together")
	number(&l.ResizeRate, "resize-rate", "changes of a screen's size a second")
	number(&l.InputRate, "input-rate", "bytes of input a second")
	number(&l.InputBurst, "input-burst", "bytes of input at once")
	number(&l.InputExcess, "input-excess", "bytes over that which end the session")
	number(&l.OutputRate, "output-rate", "bytes of output a second")
	number(&l.OutputBurst, "output-burst", "bytes of output at once")
	number(&l.WireRate, "wire-rate", "bytes a connection may send a second, encrypted")
	number(&l.WireBurst, "wire-burst", "bytes a connection may send at once, encrypted")
	span(&l.CommandTimeout, "command-timeout", "for a command to end")
	number(&l.CommandOutput, "command-output", "bytes a command may print")
	number(&l.CommandInput, "command-input", "bytes a command may read")
	number(&l.MaxCommands, "max-commands", "commands that run at once")
}

// fromEnvironment sets the flags that were not given from ANHUI_TUI_LISTEN,
// ANHUI_TUI_MAX_SESSIONS and so on.
func (o *serveOptions) fromEnvironment(flags *pflag.FlagSet, e env) error {
	err := fromEnvironment(flags, e)
	o.limits.SourceAllow = o.allow
	return err
}

// keyFile is where the host key is: at the path that was given, or in the
// state folder of the service or of the user. Never in the current folder.
func (o *serveOptions) keyFile(e env) (string, error) {
	if o.hostKey != "" {
		return o.hostKey, nil
	}
	if dir := e["STATE_DIRECTORY"]; dir != "" { // of systemd
		dir, _, _ = strings.Cut(dir, ":")
		return filepath.Join(dir, "host_key"), nil
	}
	if dir := e["XDG_STATE_HOME"]; filepath.IsAbs(dir) {
		return filepath.Join(dir, "anhui-tui", "host_key"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fail(exitListen, "no folder for the host key; name one with --host-key")
	}
	return filepath.Join(home, ".local", "state", "anhui-tui", "host_key"), nil
}

// prefixes is a flag's value: networks.
type prefixes []netip.Prefix

func (p *prefixes) String() string {
	words := make([]string, len(*p))
	for i, x := range *p {
		words[i] = x.String()
	}
	return strings.Join(words, ",")
}

// Type names the value in the usage text.
func (p *prefixes) Type() string { return "CIDR,..." }

// Set implements [pflag.Value]. An address alone is a network of one.
func (p *prefixes) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		word = strings.TrimSpace(word)
		x, err := netip.ParsePrefix(word)
		if addr, addrErr := netip.ParseAddr(word); addrErr == nil {
			x, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
		if err != nil {
			return fmt.Errorf("%q is not a network like 10.0.0.0/8 or fd00::/8", word)
		}
		*p = append(*p, x.Masked())
	}
	return nil
}
