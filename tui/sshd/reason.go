package sshd

// reason is why something ended or was refused. It is a metric's label and a
// log's field, never made of anything foreign.
type reason string

// Error makes a reason the cause of a context's end.
func (r reason) Error() string { return string(r) }

// ending is how a session ends that the server ends for this reason.
func (r reason) ending() ending { return ending{why: r, status: 1, line: r.advice()} }

// The limits that can be tripped. Each has the name of its flag.
const (
	byHandshakeTimeout reason = "handshake-timeout"
	byPromptTimeout    reason = "prompt-timeout"
	byShellTimeout     reason = "shell-timeout"
	byChannelTimeout   reason = "channel-timeout"
	byMaxSessions      reason = "max-sessions"
	byMaxConnections   reason = "max-connections"
	byMaxPreAuth       reason = "max-preauth"
	byConnSessions     reason = "sessions-per-connection"
	byPerSource        reason = "per-source"
	byPerSourceRate    reason = "per-source-rate"
	byIdleTimeout      reason = "idle-timeout"
	bySessionTimeout   reason = "session-timeout"
	byWriteStall       reason = "write-stall"
	byKeepalive        reason = "keepalive"
	byTCPTimeout       reason = "tcp-user-timeout"
	byMaxCells         reason = "max-cells"
	byResizeRate       reason = "resize-rate"
	byInputRate        reason = "input-rate"
	byInputExcess      reason = "input-excess"
	byOutputRate       reason = "output-rate"
	byWireRate         reason = "wire-rate"
	byCommandTimeout   reason = "command-timeout"
	byCommandOutput    reason = "command-output"
	byCommandInput     reason = "command-input"
	byMaxCommands      reason = "max-commands"
	byEarlyRequests    reason = "requests-before-shell"
	byEnv              reason = "environment"
	byEscape           reason = "escape-length"
)

// limitReasons are the limits that can be tripped, all of them.
func limitReasons() []reason {
	return []reason{
		byHandshakeTimeout, byPromptTimeout, byShellTimeout, byChannelTimeout, byMaxSessions, byMaxConnections,
		byMaxPreAuth, byConnSessions, byPerSource, byPerSourceRate, byIdleTimeout, bySessionTimeout, byWriteStall, byKeepalive, byTCPTimeout,
		byMaxCells, byResizeRate, byInputRate, byInputExcess, byOutputRate, byWireRate, byCommandTimeout,
		byCommandOutput, byCommandInput, byMaxCommands, byEarlyRequests, byEnv, byEscape,
	}
}

// The other ways to end.
const (
	byUser     reason = "quit"
	byClient   reason = "client-left"
	byDrain    reason = "drain"
	byPanic    reason = "panic"
	byProtocol reason = "protocol"
	byProxy    reason = "proxy-header"
)

// otherReasons are the reasons that are no limits.
func otherReasons() []reason {
	return []reason{byUser, byClient, byDrain, byPanic, byProtocol, byProxy}
}

// advice tells a refused or ended client what to do, in one plain line.
func (r reason) advice() string {
	switch r {
	case byMaxSessions, byMaxConnections, byMaxPreAuth:
		return "the server is full; try again in a minute"
	case byMaxCells:
		return "the server is full; try again in a minute, or with a smaller window"
	case byConnSessions:
		return "too many sessions on this connection; close one, or connect without ControlMaster"
	case byPerSource:
		return "too many sessions from your address; close one, or ask the operator to allow your network"
	case byPerSourceRate:
		return "too many new sessions from your address; try again in a minute"
	case byShellTimeout:
		return "no shell or command was asked for; connect with: ssh host"
	case byIdleTimeout:
		return "no key for a long time; connect again to go on"
	case bySessionTimeout:
		return "this session has reached its longest time; connect again to go on"
	case byInputExcess:
		return "too much input; this is a dashboard for single keys"
	case byCommandTimeout:
		return "the command took too long; ask for less"
	case byCommandOutput:
		return "the command printed too much and was cut; ask for less"
	case byCommandInput:
		return "too much input for a command; send less"
	case byMaxCommands:
		return "too many commands at the moment; try again in a few seconds"
	case byEarlyRequests:
		return "too many requests before the shell; connect with: ssh host"
	case byDrain:
		return "the server restarts; connect again in a moment"
	case byPanic:
		return "something went wrong here; connect again"
	case byHandshakeTimeout, byPromptTimeout, byChannelTimeout, byProxy, byProtocol: // no session is there to read it
	case byUser, byClient: // who leave by themselves
	case byKeepalive, byTCPTimeout, byWriteStall: // nobody reads
	case byResizeRate, byInputRate, byOutputRate, byWireRate, byEnv, byEscape: // which slow down or cut, and end nothing
	}
	return ""
}
