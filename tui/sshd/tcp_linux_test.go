package sshd

import (
	"net"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestTCP asks the kernel whether it was told: when to give up what is not
// acknowledged, and to ask nothing itself.
func TestTCP(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close() //nolint:errcheck // the test is over
	c, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // the test is over
	tuneTCP(c, 30*time.Second)
	raw, err := c.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	timeout, keepalive := 0, 1
	var errs [2]error
	if err := raw.Control(func(fd uintptr) {
		timeout, errs[0] = unix.GetsockoptInt(int(fd), unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT)
		keepalive, errs[1] = unix.GetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_KEEPALIVE)
	}); err != nil {
		t.Fatal(err)
	}
	if timeout != 30_000 || keepalive != 0 || errs != [2]error{} {
		t.Errorf("timeout %d ms, keepalive %d, %v", timeout, keepalive, errs)
	}
}
