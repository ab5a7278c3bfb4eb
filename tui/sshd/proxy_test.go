package sshd

import (
	"net/netip"
	"strings"
	"testing"
)

func TestProxyHeader(t *testing.T) {
	proxy := netip.MustParseAddr("10.0.0.1")
	v2 := func(command, family byte, body string) string {
		return proxyV2Signature + string([]byte{command, family, byte(len(body) >> 8), byte(len(body))}) + body
	}
	v4 := "\xcb\x00\x71\x09\x0a\x00\x00\x01\x00\x01\x00\x16"
	v6 := netip.MustParseAddr("2001:db8::9").As16()
	for in, want := range map[string]string{
		"PROXY TCP4 203.0.113.9 10.0.0.1 1 22\r\n":               "203.0.113.9",
		"PROXY TCP6 2001:db8::9 ::1 1 22\r\n":                    "2001:db8::9",
		"PROXY UNKNOWN\r\n":                                      "10.0.0.1",
		v2(0x21, 0x11, v4):                                       "203.0.113.9",
		v2(0x21, 0x11, v4+"\x04\x00\x01x"):                       "203.0.113.9",
		v2(0x21, 0x21, string(v6[:])+strings.Repeat("\x00", 20)): "2001:db8::9",
		v2(0x20, 0x00, ""):                                       "10.0.0.1",
		v2(0x21, 0x00, ""):                                       "10.0.0.1",
	} {
		r := strings.NewReader(in + "SSH-2.0-x")
		got, err := readProxyHeader(r, proxy)
		if err != nil || got.String() != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
		if r.Len() != len("SSH-2.0-x") {
			t.Errorf("%q: %d bytes left", in, r.Len())
		}
	}
	for _, bad := range []string{
		"", "SSH-2.0-OpenSSH\r\n", "PROXY TCP4 x y 1 2\r\n", "PROXY TCP4 2001:db8::9 ::1 1 22\r\n",
		"PROXY TCP6 203.0.113.9 10.0.0.1 1 22\r\n", "PROXY TCP4 203.0.113.9\r\n", "PROXY " + strings.Repeat("x", 200),
		"PROXY TCP6 fe80::1%eth0 ::1 1 22\r\n",
		v2(0x11, 0x11, v4), v2(0x22, 0x11, v4), v2(0x21, 0x11, "short"), v2(0x21, 0x31, v4), v2(0x21, 0x12, v4),
		v2(0x21, 0x11, strings.Repeat("x", 600)), proxyV2Signature,
	} {
		if got, err := readProxyHeader(strings.NewReader(bad), proxy); err == nil {
			t.Errorf("%q: %v", bad, got)
		}
	}
}
