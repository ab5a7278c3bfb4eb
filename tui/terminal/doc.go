// Package terminal drives a terminal: it turns the bytes one sends into whole
// Bubble Tea messages, and frames into the bytes that show them. It knows
// nothing of where the bytes come from and go to, so a tty and an SSH channel
// are served alike.
//
//   - [Input]: bytes to messages.
//   - [Diff]: the bytes that change one frame on a terminal into another.
//   - [Screen], [Modes]: the frame and the modes a terminal is in, and giving it
//     back.
package terminal
