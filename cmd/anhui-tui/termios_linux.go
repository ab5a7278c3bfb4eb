package main

import "golang.org/x/sys/unix"

// The requests that read and set the modes of a terminal; the last one drops
// what was typed and not read.
const (
	getTermios         = unix.TCGETS
	setTermiosAndFlush = unix.TCSETSF
)
