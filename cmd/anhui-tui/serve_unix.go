//go:build unix

package main

import (
	"syscall"

	"anhui-tui/tui/sshd"
)

// spareDescriptors is about how many descriptors a server has open beside those of
// its connections.
const spareDescriptors = 64

// warnOfDescriptors logs a warning if the process may not open as many files as the
// limits have connections: with none left /healthz does not answer either.
func warnOfDescriptors(c sshd.Config) {
	var may syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &may); err != nil {
		return
	}
	if need := c.Limits.Connections() + spareDescriptors; uint64(may.Cur) < uint64(need) { //nolint:gosec,unconvert // a limit is positive; its type differs among systems
		c.Log.Warn("too few files may be open for all connections; raise ulimit -n or LimitNOFILE, or lower --max-sessions",
			"may", may.Cur, "need", need)
	}
}
