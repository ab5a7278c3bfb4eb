package sshd

import (
	"os"
	"runtime/debug"
)

// TuneCollector is for a process that does nothing but serve: it lets the heap
// grow to three times what is in use, not twice, before garbage is collected.
// Most of what is in use are sessions and caches that stay, and marking them
// takes time from the keys; GOMEMLIMIT still bounds the whole, and GOGC says
// otherwise if it is set.
func TuneCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}
