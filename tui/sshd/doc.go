// Package sshd serves the dashboard over SSH to strangers: anonymous, read-only,
// thousands at once. README.md says how to operate it.
//
// Everything a client sends is foreign, so everything has a bound: see [Limits].
// From the network inwards:
//
//   - server.go, drain.go: accepting connections, and ending.
//   - capacity.go, proxy.go: who may connect.
//   - conn.go: one connection: the net.Conn below SSH, with a budget for reading
//     and a deadline for writing; handshake, channels, keepalive.
//   - auth.go: the host key, authorized keys, algorithms.
//   - session.go: one session channel: the requests before shell or exec, and
//     what they start.
//   - dashboard.go, mailbox.go: the event loop of a dashboard. It runs while there
//     are events: what puts one into an empty mailbox starts it, and it ends when
//     the mailbox is empty.
//   - command.go: the read-only commands.
//   - dialogue.go: the line interface, which is a value between two lines.
//   - limits.go, work.go, memory.go: the limits, and why something ends; what a
//     client's work is counted as; what all of them can make the server keep.
//   - metrics.go: what an operator sees.
//
// What a terminal sends and shows is the business of package terminal. Package
// frames renders once for all sessions.
package sshd
