//go:build unix

package main

import "syscall"

// raiseFileLimit raises the limit of descriptors to its maximum, as a session
// has one here and one in the server.
func raiseFileLimit() {
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l) == nil && l.Cur < l.Max {
		l.Cur = l.Max
		_ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &l) // sessions fail if it is too low
	}
}
