package sshd

import (
	"net"
	"time"

	"golang.org/x/sys/unix"
)

// tuneTCP sets the time after which the kernel closes a connection whose peer does
// not acknowledge what was sent. It switches off the kernel's keepalive, which Go
// switches on: together they close a silent connection when a single probe is
// lost. [conn.keepalive] asks as well, and tolerates losses.
func tuneTCP(c net.Conn, timeout time.Duration) {
	tcp, ok := c.(*net.TCPConn)
	if !ok || timeout <= 0 {
		return
	}
	raw, err := tcp.SyscallConn()
	if err != nil {
		return
	}
	// Without it the write stall limit still holds; so errors do not matter.
	_ = raw.Control(func(fd uintptr) {
		_ = unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_KEEPALIVE, 0)
		_ = unix.SetsockoptInt(int(fd), unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, int(timeout.Milliseconds()))
	})
}
