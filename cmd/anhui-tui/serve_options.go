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

	"anhui-tui/cmd/internal/natsbus"
	"anhui-tui/tui/sshd"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	listen, http   string
	hostKey        string
	authorizedKeys string
	present        enumFlag
	presenterKeys  string
	advertise      string
	bus            natsbus.Config
	proxies        prefixes
	logFormat      enumFlag
	logLevel       enumFlag
	grace          time.Duration
	limits         sshd.Limits
	allow          prefixes
}

func newServeOptions() *serveOptions {
	return &serveOptions{
		limits:    sshd.DefaultLimits(),
		present:   enumFlag{auto, []string{auto, "open", "off"}},
		logFormat: enumFlag{"json", []string{"json", "text"}},
		logLevel:  enumFlag{"info", []string{"debug", "info", "warn", "error"}},
	}
}

func (o *serveOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.listen, "listen", "127.0.0.1:2222", "`ADDRESS` to serve SSH on; :2222 is every interface")
	f.StringVar(&o.http, "http", "127.0.0.1:9222", "`ADDRESS` of /healthz, /readyz and /metrics, or off; keep it private")
	f.StringVar(&o.hostKey, "host-key", "", "private key `FILE`, made if it is not there (default: in the state folder)")
	f.StringVar(&o.authorizedKeys, "authorized-keys", "", "let in only those with a key in `FILE`")
	f.Var(&o.present, "present", "whether anybody may present (auto: on this machine only, or with --authorized-keys)")
	f.StringVar(&o.presenterKeys, "presenter-keys", "", "let only those present who come as the user present with a key in `FILE`")
	f.StringVar(&o.advertise, "advertise", "", "`HOST:PORT` under which clients reach the server, for the lines they are shown")
	f.StringVar(&o.bus.URL, "bus", "", "`URL` of a NATS server for presentations across servers, such as nats://host:4222 or tls://host:4222")
	f.StringVar(&o.bus.Credentials, "bus-credentials", "", "credentials or seed `FILE` of NATS for the bus")
	f.StringVar(&o.bus.CA, "bus-ca", "", "certificates `FILE` to check the bus by (default: the system's)")
	f.Var(&o.proxies, "proxy-protocol-from", "networks trusted to send PROXY protocol headers, as `CIDR,...`")
	f.Var(&o.logFormat, "log-format", "format of the log on stderr")
	f.Var(&o.logLevel, "log-level", "least severe messages logged")
	f.DurationVar(&o.grace, "grace", 30*time.Second, "how long sessions may continue after SIGTERM")
	o.addLimits(f)
	mustComplete(cmd, "present", o.present.complete)
	mustComplete(cmd, "log-format", o.logFormat.complete)
	mustComplete(cmd, "log-level", o.logLevel.complete)
}

// addLimits makes a flag of every limit, with its default.
func (o *serveOptions) addLimits(f *pflag.FlagSet) {
	l := &o.limits
	number := func(p *int, name, usage string) { f.IntVar(p, name, *p, usage) }
	span := func(p *time.Duration, name, usage string) { f.DurationVar(p, name, *p, usage) }
	number(&l.MaxSessions, "max-sessions", "concurrent sessions")
	number(&l.MaxConnections, "max-connections", "concurrent connections; 0 is max-sessions and a fifth")
	number(&l.MaxPreAuth, "max-preauth", "connections at once that have not sent a key-exchange message")
	number(&l.SessionsPerConnection, "sessions-per-connection", "concurrent sessions on one connection")
	number(&l.PerSource, "per-source", "concurrent sessions, and connections, from one IPv4 address or IPv6 /64")
	number(&l.PerSourceRate, "per-source-rate", "new connections, and new sessions, from one source per minute")
	number(&l.PerSourceHandshakes, "per-source-handshakes", "share of max-preauth of one source; four times as many for its IPv4 /24 or IPv6 /48")
	number(&l.PerSourceWireRate, "per-source-wire-rate", "encrypted bytes all connections of one source may send per second")
	number(&l.PerSourceWireBurst, "per-source-wire-burst", "encrypted bytes all connections of one source may send in one burst")
	number(&l.PerSourceWorkRate, "per-source-work-rate", "units of work done for one source per second; a unit is about a microsecond of a processor")
	number(&l.PerSourceWorkBurst, "per-source-work-burst", "units of work done for one source in one burst")
	f.Var(&o.allow, "per-source-allow", "networks exempt from the limits per source, as `CIDR,...`")
	span(&l.HandshakeTimeout, "handshake-timeout", "how long a client may take to send its key-exchange message")
	span(&l.PromptTimeout, "prompt-timeout", "how long after that it may take to log in, comparing the host key included")
	span(&l.ShellTimeout, "shell-timeout", "how long a new session may take to request a shell or a command")
	span(&l.ChannelTimeout, "channel-timeout", "how long a connection may stay without a session")
	span(&l.IdleTimeout, "idle-timeout", "disconnect after this long without a keypress")
	span(&l.IdleWarning, "idle-warning", "how long before that to warn")
	span(&l.SessionTimeout, "session-timeout", "maximum session length")
	span(&l.WriteStall, "write-stall", "how long a client may stall on output")
	span(&l.Keepalive, "keepalive", "interval between keepalives")
	number(&l.KeepaliveCount, "keepalive-count", "unanswered keepalives before disconnecting")
	span(&l.TCPUserTimeout, "tcp-user-timeout", "how long sent data may stay unacknowledged (TCP_USER_TIMEOUT)")
	number(&l.MaxCells, "max-cells", "cells on all screens together")
	number(&l.ResizeRate, "resize-rate", "size changes per second and session")
	number(&l.InputRate, "input-rate", "bytes of input per second and session")
	number(&l.InputBurst, "input-burst", "bytes of input in one burst")
	number(&l.InputExcess, "input-excess", "bytes above the burst that end the session")
	number(&l.OutputRate, "output-rate", "bytes of output per second and session")
	number(&l.OutputBurst, "output-burst", "bytes of output in one burst")
	number(&l.WireRate, "wire-rate", "encrypted bytes a connection may send per second")
	number(&l.WireBurst, "wire-burst", "encrypted bytes a connection may send in one burst")
	span(&l.CommandTimeout, "command-timeout", "maximum running time of a command")
	number(&l.CommandOutput, "command-output", "bytes a command may print")
	number(&l.CommandInput, "command-input", "bytes a command may read")
	number(&l.MaxCommands, "max-commands", "concurrent commands")
	number(&l.Rooms, "rooms", "concurrent presentations")
	number(&l.RoomFollowers, "room-followers", "concurrent followers of one presentation; all together may take half of max-sessions")
	number(&l.RoomViewers, "room-viewers", "concurrent followers from one source, beside its per-source sessions")
	number(&l.RoomMoves, "room-moves", "moves of a presenter that are sent per second; of more the last counts")
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
