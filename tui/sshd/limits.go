package sshd

import (
	"fmt"
	"net/netip"
	"time"
)

// Limits are the bounds of everything a client can make the server do. Zero
// switches a limit off, except for those [Limits.Check] insists on; of a rate
// and its burst the rate does.
type Limits struct {
	HandshakeTimeout time.Duration // from TCP connection to the client's key-exchange message
	PromptTimeout    time.Duration // from that to the end of authentication: OpenSSH asks its user about the host key
	ShellTimeout     time.Duration // from opening a session to shell or exec
	ChannelTimeout   time.Duration // of a connection without a session

	MaxSessions           int
	MaxConnections        int // 0 is MaxSessions and a fifth
	MaxPreAuth            int // connections whose client has not sent its key-exchange message
	SessionsPerConnection int

	PerSource     int            // sessions, and connections, of one source: an IPv4 address or an IPv6 /64
	PerSourceRate int            // new connections, and new sessions, of one source a minute
	SourceAllow   []netip.Prefix // sources the two above do not count for: an office behind NAT

	IdleTimeout    time.Duration // without a key
	IdleWarning    time.Duration // how long before that the screen says so
	SessionTimeout time.Duration
	WriteStall     time.Duration // for one write to get through
	Keepalive      time.Duration // between two
	KeepaliveCount int           // that may stay without answer
	TCPUserTimeout time.Duration

	MaxCells   int // of all screens together
	ResizeRate int // a second

	InputRate, InputBurst, InputExcess int // bytes a second, at once, and too many that close the session
	OutputRate, OutputBurst            int // bytes a second, at once
	WireRate, WireBurst                int // bytes a second, at once, of all a connection sends, encrypted

	CommandTimeout time.Duration
	CommandOutput  int // bytes
	CommandInput   int // bytes
	MaxCommands    int // that run at the same time
}

// DefaultLimits are good for a public server on a small machine.
func DefaultLimits() Limits {
	return Limits{
		HandshakeTimeout: 10 * time.Second, PromptTimeout: time.Minute,
		ShellTimeout: 10 * time.Second, ChannelTimeout: 10 * time.Second,
		MaxSessions: 1000, MaxPreAuth: 100, SessionsPerConnection: 4,
		PerSource: 20, PerSourceRate: 60,
		IdleTimeout: 15 * time.Minute, IdleWarning: time.Minute, SessionTimeout: 8 * time.Hour,
		WriteStall: 10 * time.Second, Keepalive: 15 * time.Second, KeepaliveCount: 3, TCPUserTimeout: 30 * time.Second,
		MaxCells: 25_000_000, ResizeRate: 20,
		InputRate: 1 << 10, InputBurst: 4 << 10, InputExcess: 64 << 10,
		OutputRate: 64 << 10, OutputBurst: 256 << 10,
		WireRate: 16 << 10, WireBurst: 1 << 20,
		CommandTimeout: 30 * time.Second, CommandOutput: 4 << 20, CommandInput: 512 << 10, MaxCommands: 64,
	}
}

// The bounds of what a client can say before its session begins. They are no
// flags: no honest client comes near them.
const (
	maxEarlyRequests = 64 // before shell or exec
	maxEnvBytes      = 64 // of the value of a variable
	maxCommandLine   = 1024
)

// Check reports a limit that may not be what it is, by the name of its flag.
func (l Limits) Check() error {
	for _, f := range l.needed() {
		if f.value <= 0 {
			return fmt.Errorf("--%s must be more than 0", f.name)
		}
	}
	for _, f := range l.optional() {
		if f.value < 0 {
			return fmt.Errorf("--%s must not be negative", f.name)
		}
	}
	for _, f := range []struct {
		name        string
		rate, burst int
	}{
		{"input", l.InputRate, l.InputBurst}, {"output", l.OutputRate, l.OutputBurst}, {"wire", l.WireRate, l.WireBurst},
	} {
		if f.rate > 0 && f.burst == 0 {
			return fmt.Errorf("--%[1]s-burst 0 would let nothing through; --%[1]s-rate 0 switches the limit off", f.name)
		}
	}
	return nil
}

type flag struct {
	name  string
	value int64
}

// needed are the limits without which a client could hold the server for ever.
func (l Limits) needed() []flag {
	return []flag{
		{"handshake-timeout", int64(l.HandshakeTimeout)},
		{"prompt-timeout", int64(l.PromptTimeout)},
		{"shell-timeout", int64(l.ShellTimeout)},
		{"channel-timeout", int64(l.ChannelTimeout)},
		{"max-sessions", int64(l.MaxSessions)},
		{"max-preauth", int64(l.MaxPreAuth)},
		{"sessions-per-connection", int64(l.SessionsPerConnection)},
		{"write-stall", int64(l.WriteStall)},
		{"max-cells", int64(l.MaxCells)},
		{"command-timeout", int64(l.CommandTimeout)},
		{"command-output", int64(l.CommandOutput)},
		{"command-input", int64(l.CommandInput)},
		{"max-commands", int64(l.MaxCommands)},
	}
}

// optional are those that can be switched off.
func (l Limits) optional() []flag {
	return []flag{
		{"max-connections", int64(l.MaxConnections)},
		{"per-source", int64(l.PerSource)},
		{"per-source-rate", int64(l.PerSourceRate)},
		{"idle-timeout", int64(l.IdleTimeout)},
		{"idle-warning", int64(l.IdleWarning)},
		{"session-timeout", int64(l.SessionTimeout)},
		{"keepalive", int64(l.Keepalive)},
		{"keepalive-count", int64(l.KeepaliveCount)},
		{"tcp-user-timeout", int64(l.TCPUserTimeout)},
		{"resize-rate", int64(l.ResizeRate)},
		{"input-rate", int64(l.InputRate)},
		{"input-burst", int64(l.InputBurst)},
		{"input-excess", int64(l.InputExcess)},
		{"output-rate", int64(l.OutputRate)},
		{"output-burst", int64(l.OutputBurst)},
		{"wire-rate", int64(l.WireRate)},
		{"wire-burst", int64(l.WireBurst)},
	}
}

// connections is the number of connections there may be at once.
func (l Limits) connections() int {
	if l.MaxConnections > 0 {
		return l.MaxConnections
	}
	return l.MaxSessions + l.MaxSessions/5
}
