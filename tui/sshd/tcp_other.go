//go:build !linux

package sshd

import (
	"net"
	"time"
)

// tuneTCP does nothing: only Linux has the option.
func tuneTCP(net.Conn, time.Duration) {}
