//go:build !unix

package main

import "anhui-tui/tui/sshd"

// warnOfDescriptors does nothing: there is no such limit here.
func warnOfDescriptors(sshd.Config) {}
