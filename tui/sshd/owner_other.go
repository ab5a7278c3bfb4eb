//go:build !unix

package sshd

import "io/fs"

// ownOrRoot reports true: who may change a file is not said by its owner here.
func ownOrRoot(fs.FileInfo) bool { return true }
