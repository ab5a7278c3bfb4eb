// Package sshd serves the dashboard over SSH to strangers: anonymous,
// read-only, thousands at once. README.md says how to operate it.
//
// Everything a client sends is foreign, so everything has a bound: see
// [Limits]. The layers, from the wire inwards:
//
//   - accept.go, proxy.go, gate.go, source.go: who may connect.
//   - wire.go: the net.Conn, with a budget for reading and a deadline for
//     writing.
//   - conn.go: one SSH connection: handshake, channels.
//   - keepalive.go: is the client still there?
//   - session.go, request.go, start.go: one session channel up to shell or
//     exec, and what it starts.
//   - dashboard.go, inbox.go, timers.go: the event loop of a dashboard. Nothing
//     of it runs while nothing happens: whoever puts something into an empty
//     inbox starts the loop, and it ends when the inbox is empty again.
//   - scanner.go, decode.go: input bytes to Bubble Tea messages.
//   - screen.go, shared: the frame on the client's screen, and the bytes that
//     lead from one frame to another, both rendered once for all.
//   - command.go: the read-only commands, and the dialogue.
package sshd
