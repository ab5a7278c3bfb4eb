package sshd

import (
	"errors"
	"fmt"
	"net/netip"
	"time"
)

// Limits are the bounds of everything a client can make the server do. Zero
// switches a limit off, except for those [Limits.Check] insists on.
type Limits struct {
	HandshakeTimeout time.Duration // from TCP connection to the end of authentication
	ShellTimeout     time.Duration // from opening a session to shell or exec
	ChannelTimeout   time.Duration // of a connection without a session

	MaxSessions           int
	MaxConnections        int // 0 is MaxSessions and a fifth
	MaxPreAuth            int // connections that have not finished the handshake
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
		HandshakeTimeout: 10 * time.Second, ShellTimeout: 10 * time.Second, ChannelTimeout: 10 * time.Second,
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
	maxEnv           = 16
	maxEnvBytes      = 64 // of one value
	maxCommandLine   = 1024
	maxEscape        = 256 // bytes of one escape sequence
)

// ErrLimits is wrapped by the errors of [Limits.Check].
var ErrLimits = errors.New("limits")

// Check reports a limit that may not be what it is.
func (l Limits) Check() error {
	for name, d := range map[string]time.Duration{
		"handshake-timeout": l.HandshakeTimeout, "shell-timeout": l.ShellTimeout,
		"channel-timeout": l.ChannelTimeout, "write-stall": l.WriteStall, "command-timeout": l.CommandTimeout,
	} {
		if d <= 0 {
			return fmt.Errorf("%w: %s cannot be switched off", ErrLimits, name)
		}
	}
	for name, n := range map[string]int{
		"max-sessions": l.MaxSessions, "max-preauth": l.MaxPreAuth,
		"sessions-per-connection": l.SessionsPerConnection, "max-cells": l.MaxCells,
		"command-output": l.CommandOutput, "max-commands": l.MaxCommands,
	} {
		if n <= 0 {
			return fmt.Errorf("%w: %s cannot be switched off", ErrLimits, name)
		}
	}
	for name, n := range map[string]int{
		"max-connections": l.MaxConnections, "per-source": l.PerSource, "per-source-rate": l.PerSourceRate,
		"keepalive-count": l.KeepaliveCount, "resize-rate": l.ResizeRate,
		"input-rate": l.InputRate, "input-burst": l.InputBurst, "input-excess": l.InputExcess,
		"output-rate": l.OutputRate, "output-burst": l.OutputBurst,
		"wire-rate": l.WireRate, "wire-burst": l.WireBurst, "command-input": l.CommandInput,
	} {
		if n < 0 {
			return fmt.Errorf("%w: %s is negative", ErrLimits, name)
		}
	}
	return nil
}

// connections is the number of connections there may be at once.
func (l Limits) connections() int {
	if l.MaxConnections > 0 {
		return l.MaxConnections
	}
	return l.MaxSessions + l.MaxSessions/5
}
