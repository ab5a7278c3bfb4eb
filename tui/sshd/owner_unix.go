//go:build unix

package sshd

import (
	"io/fs"
	"os"
	"syscall"
)

// ownOrRoot reports whether a file belongs to who runs this program, or to root.
func ownOrRoot(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && (stat.Uid == 0 || int(stat.Uid) == os.Geteuid())
}
