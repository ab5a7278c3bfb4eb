//go:build unix

package main

import "syscall"

// raiseFileLimit asks for as many descriptors as there may be: a session has
// one here and one in the server.
func raiseFileLimit() {
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l) == nil && l.Cur < l.Max {
		l.Cur = l.Max
		_ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &l) // a session will say what is missing
	}
}
