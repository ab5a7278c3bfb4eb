package sshd

import (
	"net"
	"time"

	"golang.org/x/sys/unix"
)

// tuneTCP makes the kernel give up a connection whose other end does not
// acknowledge what was sent. The kernel's own keepalive, which Go switches on,
// has to go: together the two cut whoever was silent for that time if a single
// one of its probes was lost. Ours asks as well, and is patient.
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
