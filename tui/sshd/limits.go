package sshd

import (
	"fmt"
	"net/netip"
	"sync"
	"time"
)

// Limits bound everything a client can make the server do. Zero switches a limit
// off, except for those that [Limits.check] requires. Of a rate and its burst the
// rate decides.
type Limits struct {
	HandshakeTimeout time.Duration // from TCP connection to the client's key-exchange message
	PromptTimeout    time.Duration // from that to the end of authentication: OpenSSH asks its user about the host key
	ShellTimeout     time.Duration // from opening a session to shell or exec
	ChannelTimeout   time.Duration // of a connection without a session

	MaxSessions           int
	MaxConnections        int // 0 is MaxSessions and a fifth
	MaxPreAuth            int // connections whose client has not sent its key-exchange message
	SessionsPerConnection int

	PerSource           int            // sessions, and connections, of one source: an IPv4 address or an IPv6 /64
	PerSourceRate       int            // new connections, and new sessions, of one source a minute
	PerSourceHandshakes int            // of MaxPreAuth for one source; its network, an IPv4 /24 or an IPv6 /48, has four times as many
	SourceAllow         []netip.Prefix // sources that none of these counts for: an office behind NAT

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

	PerSourceWireRate, PerSourceWireBurst int // the same of all connections of one source, which are read more slowly beyond it
	// Work of all sessions of one source a second, and at once. A unit is about a
	// microsecond of a processor; beyond it input waits.
	PerSourceWorkRate, PerSourceWorkBurst int

	CommandTimeout time.Duration
	CommandOutput  int // bytes
	CommandInput   int // bytes
	MaxCommands    int // that run at the same time

	Rooms         int // presentations at once
	RoomFollowers int // of one; all together are never more than half of MaxSessions
	RoomViewers   int // followers of one source beside the sessions of PerSource
	RoomMoves     int // of a presenter a second; of more the last counts
}

// DefaultLimits returns limits for a public server on a small machine.
func DefaultLimits() Limits {
	return Limits{
		HandshakeTimeout: 10 * time.Second, PromptTimeout: time.Minute,
		ShellTimeout: 10 * time.Second, ChannelTimeout: 10 * time.Second,
		MaxSessions: 1000, MaxPreAuth: 1000, SessionsPerConnection: 4,
		PerSource: 20, PerSourceRate: 60, PerSourceHandshakes: 5,
		IdleTimeout: 15 * time.Minute, IdleWarning: time.Minute, SessionTimeout: 8 * time.Hour,
		WriteStall: 10 * time.Second, Keepalive: 15 * time.Second, KeepaliveCount: 3, TCPUserTimeout: 30 * time.Second,
		MaxCells: 25_000_000, ResizeRate: 20,
		InputRate: 1 << 10, InputBurst: 4 << 10, InputExcess: 16 << 10,
		OutputRate: 64 << 10, OutputBurst: 256 << 10,
		WireRate: 16 << 10, WireBurst: 1 << 20, PerSourceWireRate: 128 << 10, PerSourceWireBurst: 2 << 20,
		PerSourceWorkRate: 200_000, PerSourceWorkBurst: 500_000,
		CommandTimeout: 30 * time.Second, CommandOutput: 4 << 20, CommandInput: 512 << 10, MaxCommands: 64,
		Rooms: 50, RoomViewers: 200, RoomMoves: 10,
	}
}

// Limits of what a client can send before its session begins. They are not flags:
// no honest client comes near them.
const (
	maxEarlyRequests = 64       // before shell or exec
	maxEarlyData     = 4 << 10  // bytes, likewise
	maxTypedBurst    = 64 << 10 // bytes on the wire at once, until a command reads its input
	maxUserName      = 256      // bytes
	maxEnvBytes      = 64       // of the value of a variable
	maxCommandLine   = 1024
)

// check returns an error that names the flag of a limit that is out of range, or
// nil.
func (l Limits) check() error {
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
		{"input", l.InputRate, l.InputBurst},
		{"output", l.OutputRate, l.OutputBurst},
		{"wire", l.WireRate, l.WireBurst},
		{"per-source-wire", l.PerSourceWireRate, l.PerSourceWireBurst},
		{"per-source-work", l.PerSourceWorkRate, l.PerSourceWorkBurst},
	} {
		if f.rate > 0 && f.burst == 0 {
			return fmt.Errorf("--%[1]s-burst 0 would let nothing through; --%[1]s-rate 0 switches the limit off", f.name)
		}
	}
	return nil
}

// flag is a limit by the name of its flag.
type flag struct {
	name  string
	value int64
}

// needed returns the limits without which a client could hold the server for ever.
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

// optional returns the limits that can be switched off.
func (l Limits) optional() []flag {
	return []flag{
		{"max-connections", int64(l.MaxConnections)},
		{"per-source", int64(l.PerSource)},
		{"per-source-rate", int64(l.PerSourceRate)},
		{"per-source-handshakes", int64(l.PerSourceHandshakes)},
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
		{"per-source-wire-rate", int64(l.PerSourceWireRate)},
		{"per-source-wire-burst", int64(l.PerSourceWireBurst)},
		{"per-source-work-rate", int64(l.PerSourceWorkRate)},
		{"per-source-work-burst", int64(l.PerSourceWorkBurst)},
		{"rooms", int64(l.Rooms)},
		{"room-followers", int64(l.RoomFollowers)},
		{"room-viewers", int64(l.RoomViewers)},
		{"room-moves", int64(l.RoomMoves)},
	}
}

// Connections returns the number of connections there may be at once.
func (l Limits) Connections() int {
	if l.MaxConnections > 0 {
		return l.MaxConnections
	}
	return l.MaxSessions + l.MaxSessions/5
}

// reason is why something ended or was refused: the value of a metric's label and a
// log's field. It is one of the constants, never foreign text.
type reason string

// Error implements error, so that a reason can be the cause of a canceled context.
func (r reason) Error() string { return string(r) }

// ending returns how a session ends that the server ends for this reason.
func (r reason) ending() ending { return ending{why: r, status: 1, line: r.advice()} }

// The limits, by the names of their flags.
const (
	reasonHandshakeTimeout reason = "handshake-timeout"
	reasonPromptTimeout    reason = "prompt-timeout"
	reasonShellTimeout     reason = "shell-timeout"
	reasonChannelTimeout   reason = "channel-timeout"
	reasonMaxSessions      reason = "max-sessions"
	reasonMaxConnections   reason = "max-connections"
	reasonMaxPreAuth       reason = "max-preauth"
	reasonConnSessions     reason = "sessions-per-connection"
	reasonPerSource        reason = "per-source"
	reasonPerSourceRate    reason = "per-source-rate"
	reasonHandshakes       reason = "per-source-handshakes"
	reasonIdleTimeout      reason = "idle-timeout"
	reasonSessionTimeout   reason = "session-timeout"
	reasonWriteStall       reason = "write-stall"
	reasonKeepalive        reason = "keepalive"
	reasonTCPTimeout       reason = "tcp-user-timeout"
	reasonMaxCells         reason = "max-cells"
	reasonResizeRate       reason = "resize-rate"
	reasonInputRate        reason = "input-rate"
	reasonInputExcess      reason = "input-excess"
	reasonOutputRate       reason = "output-rate"
	reasonWireRate         reason = "wire-rate"
	reasonSourceWire       reason = "per-source-wire-rate"
	reasonSourceWork       reason = "per-source-work-rate"
	reasonCommandTimeout   reason = "command-timeout"
	reasonCommandOutput    reason = "command-output"
	reasonCommandInput     reason = "command-input"
	reasonMaxCommands      reason = "max-commands"
	reasonEarlyRequests    reason = "requests-before-shell"
	reasonEarlyData        reason = "data-before-shell"
	reasonEnv              reason = "environment"
	reasonEscape           reason = "escape-length"
	reasonGuesses          reason = "room-codes"
)

// limitReasons returns all reasons that are limits.
func limitReasons() []reason {
	return []reason{
		reasonHandshakeTimeout, reasonPromptTimeout, reasonShellTimeout, reasonChannelTimeout, reasonMaxSessions, reasonMaxConnections,
		reasonMaxPreAuth, reasonConnSessions, reasonPerSource, reasonPerSourceRate, reasonHandshakes, reasonIdleTimeout, reasonSessionTimeout, reasonWriteStall, reasonKeepalive, reasonTCPTimeout,
		reasonMaxCells, reasonResizeRate, reasonInputRate, reasonInputExcess, reasonOutputRate, reasonWireRate, reasonSourceWire, reasonSourceWork, reasonCommandTimeout,
		reasonCommandOutput, reasonCommandInput, reasonMaxCommands, reasonEarlyRequests, reasonEarlyData, reasonEnv, reasonEscape,
		reasonGuesses,
	}
}

// The other reasons.
const (
	reasonUser     reason = "quit"
	reasonClient   reason = "client-left"
	reasonDrain    reason = "drain"
	reasonPanic    reason = "panic"
	reasonProtocol reason = "protocol"
	reasonProxy    reason = "proxy-header"
	reasonRoom     reason = "room"
)

// otherReasons returns all reasons that are not limits.
func otherReasons() []reason {
	return []reason{reasonUser, reasonClient, reasonDrain, reasonPanic, reasonProtocol, reasonProxy, reasonRoom}
}

// advice returns a line for a client that was refused or ended, with what to do, or
// "" where no client would see it.
func (r reason) advice() string {
	switch r {
	case reasonMaxSessions, reasonMaxConnections:
		return "the server is full; try again in a minute"
	case reasonMaxCells:
		return "the server is full; try again in a minute, or with a smaller window"
	case reasonConnSessions:
		return "too many sessions on this connection; close one, or connect without ControlMaster"
	case reasonPerSource:
		return "too many sessions from your address; close one, or ask the operator to allow your network"
	case reasonPerSourceRate:
		return "too many new sessions from your address; try again in a minute"
	case reasonHandshakes:
		return "too many connections from your network that have not begun; try again in a few seconds"
	case reasonShellTimeout:
		return "no shell or command was asked for; connect without -N"
	case reasonIdleTimeout:
		return "no key for a long time; connect again to go on"
	case reasonSessionTimeout:
		return "this session has reached its longest time; connect again to go on"
	case reasonInputExcess:
		return "too much input; this is a dashboard for single keys"
	case reasonCommandTimeout:
		return "the command took too long; ask for less"
	case reasonCommandOutput:
		return "this session has printed as much as one may; ask for less, or connect again to go on"
	case reasonCommandInput:
		return "this session has sent as much as one may; send less, or connect again to go on"
	case reasonMaxCommands:
		return "too many commands at the moment; try again in a few seconds"
	case reasonEarlyRequests, reasonEarlyData:
		return "too much before the shell; connect with fewer options"
	case reasonDrain:
		return "the server restarts; connect again in a moment"
	case reasonPanic:
		return "something went wrong here; connect again"
	case reasonHandshakeTimeout, reasonPromptTimeout, reasonMaxPreAuth, reasonChannelTimeout, reasonProxy, reasonProtocol: // no session is there to read it
	case reasonUser, reasonClient, reasonRoom: // who leave by themselves
	case reasonKeepalive, reasonTCPTimeout, reasonWriteStall: // nobody reads
	case reasonResizeRate, reasonInputRate, reasonOutputRate, reasonWireRate, reasonSourceWire, reasonSourceWork, reasonEnv, reasonEscape, reasonGuesses: // which slow down or cut, and end nothing
	}
	return ""
}

// bucket is a token bucket. The zero bucket has no limit. Unlike x/time/rate it can
// be overdrawn and can grant a part of a request. It is not safe for concurrent
// use.
type bucket struct {
	rate  float64 // tokens a second
	burst float64
	level float64
	at    time.Time
}

// newBucket returns a full bucket. A rate of 0 is no limit.
func newBucket(rate, burst float64) bucket {
	return bucket{rate: rate, burst: burst, level: burst}
}

// refill adds the tokens since the last call.
func (b *bucket) refill(now time.Time) {
	if !b.at.IsZero() {
		b.level = min(b.burst, b.level+b.rate*max(0, now.Sub(b.at).Seconds()))
	}
	b.at = now
}

// allow takes n tokens if there are as many, and reports whether it did.
func (b *bucket) allow(now time.Time, n float64) bool {
	if b.rate == 0 {
		return true
	}
	if b.refill(now); b.level < n {
		return false
	}
	b.level -= n
	return true
}

// allowUpTo takes up to n tokens, as many as there are, and returns how many.
func (b *bucket) allowUpTo(now time.Time, n int) int {
	if b.rate == 0 {
		return n
	}
	b.refill(now)
	got := min(n, max(0, int(b.level)))
	b.level -= float64(got)
	return got
}

// charge takes n tokens, even if there are fewer, and returns what is left, which
// may be negative.
func (b *bucket) charge(now time.Time, n float64) float64 {
	if b.rate == 0 {
		return 0
	}
	b.refill(now)
	b.level -= n
	return b.level
}

// shortestDelay keeps rounding from resulting in delays of 0, again and again.
const shortestDelay = time.Millisecond

// delay returns the time until there are n tokens, or as many as the burst if that
// is less. At least one token is waited for.
func (b *bucket) delay(now time.Time, n int) time.Duration {
	if b.rate == 0 {
		return 0
	}
	want := min(max(1, float64(n)), b.burst)
	if b.refill(now); b.level >= want {
		return 0
	}
	return max(shortestDelay, time.Duration((want-b.level)/b.rate*float64(time.Second)))
}

// full reports whether the bucket is as a new one.
func (b *bucket) full(now time.Time) bool {
	b.refill(now)
	return b.rate == 0 || b.level >= b.burst
}

// sharedBucket is a bucket that is safe for concurrent use.
type sharedBucket struct {
	mu     sync.Mutex
	bucket bucket
}

// charge takes n tokens, even if there are fewer, and returns the time until there
// are any.
func (b *sharedBucket) charge(now time.Time, n float64) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.bucket.charge(now, n) >= 0 {
		return 0
	}
	return b.bucket.delay(now, 1)
}

// full reports whether the bucket is as a new one.
func (b *sharedBucket) full(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.bucket.full(now)
}

// inputLimiter limits the input of one session. What exceeds the rate is dropped,
// and counted against the excess.
type inputLimiter struct {
	rate   bucket
	excess bucket
}

// newInputLimiter returns the limiter of InputRate and InputExcess.
func newInputLimiter(l *Limits) inputLimiter {
	g := inputLimiter{rate: newBucket(float64(l.InputRate), float64(l.InputBurst))}
	if l.InputExcess > 0 {
		g.excess = newBucket(float64(l.InputRate), float64(l.InputExcess))
	}
	return g
}

// admit returns how many of n bytes to keep, and false if InputExcess is exceeded.
func (g *inputLimiter) admit(now time.Time, n int) (kept int, ok bool) {
	kept = g.rate.allowUpTo(now, n)
	if g.excess.rate == 0 {
		return kept, true
	}
	return kept, g.excess.charge(now, float64(n-kept)) >= 0
}
