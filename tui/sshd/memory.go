package sshd

import (
	"runtime"
	"runtime/debug"
	"time"

	"anhui-tui/tui/sshd/frames"
)

// What one of each can make the server keep, in bytes. Of most things there is far
// less at once.
const (
	// The largest packet that x/crypto/ssh makes room for when it is announced; what
	// is on the way; buffers for reading and writing in both directions; six
	// goroutines.
	connBytes = 256<<10 + maxTypedBurst + 4*4<<10 + 6*8<<10
	// Data before the shell, input that waits in the mailbox and in the dashboard,
	// the environment, effects and what they are written as; four goroutines.
	sessionBytes = maxEarlyData + 2*maxWaitingInput + 16*2*maxEnvBytes + maxClipboard + maxEffects + 4*8<<10
	// Of a screen: a frame that only one session shows, and what shows it, in a buffer
	// that has doubled, on its way to a client that reads slowly.
	cellBytes  = 8
	shownBytes = 6
	// How many times its input a command keeps: read, and folded for comparison.
	inputCopies = 8
	// The program, the dataset, what the network and the collector need.
	serverBytes = 64 << 20
)

// Memory returns how many bytes a server with these limits takes at most, whatever
// its clients do. What is garbage and was not collected yet comes on top; the
// collector keeps to it if it is told by [runtime/debug.SetMemoryLimit].
func (l Limits) Memory() int64 {
	sum := int64(serverBytes) + frames.FrameBytes + frames.DiffBytes + frames.HitBytes
	sum += int64(l.Connections()) * connBytes
	sum += int64(l.MaxSessions) * sessionBytes
	sum += int64(l.MaxCells) * (cellBytes + shownBytes)
	sum += int64(l.MaxCommands) * int64(l.CommandInput) * inputCopies
	return sum
}

// Memory is given back to the system when half of the connections have gone that there
// were: releaseDelay later, when little of theirs is in use any more, and again as long as
// goroutines end. Where little is done the collector would not look for minutes. Fewer
// than fewConns are not worth it.
const (
	fewConns     = 8
	releaseDelay = 3 * time.Second
)

// scheduleRelease has memory given back if enough connections have gone. s.mu is held.
func (s *Server) scheduleRelease() {
	if s.releaseDue || s.mostConns-len(s.conns) < fewConns || len(s.conns) > s.mostConns/2 {
		return
	}
	s.releaseDue = true
	time.AfterFunc(releaseDelay, s.release)
}

// release gives memory back. What a pool has lives through one collection.
func (s *Server) release() {
	s.mu.Lock()
	s.mostConns = len(s.conns)
	s.mu.Unlock()
	before := runtime.NumGoroutine()
	runtime.GC()
	debug.FreeOSMemory()
	time.AfterFunc(releaseDelay, func() {
		if runtime.NumGoroutine() < before*9/10 {
			s.release()
			return
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.releaseDue = false
		s.scheduleRelease()
	})
}
