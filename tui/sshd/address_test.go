package sshd

import (
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
)

// The command that prints a view from elsewhere names the port the server listens on, or
// that under which it is reached where it says so, and none where a proxy is in between:
// never what a client says.
func TestExportNamesThePort(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Config)
		header string
		want   func(port string) string
	}{
		"where it listens":   {func(*Config) {}, "", func(port string) string { return "ssh -p " + port + " HOST show 'overview'" }},
		"where it is said":   {func(c *Config) { c.Advertise = "demo.example.org:2022" }, "", func(string) string { return "ssh -p 2022 HOST show 'overview'" }},
		"at the port of SSH": {func(c *Config) { c.Advertise = "demo.example.org:22" }, "", func(string) string { return "ssh HOST show 'overview'" }},
		"without a port":     {func(c *Config) { c.Advertise = "demo.example.org" }, "", func(string) string { return "ssh HOST show 'overview'" }},
		"behind a proxy": {
			func(c *Config) { c.ProxyFrom = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} },
			"PROXY TCP4 203.0.113.9 10.0.0.1 1 4444\r\n", func(string) string { return "ssh HOST show 'overview'" },
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := serveTCP(t, c.change)
			conn := f.raw()
			_, port, _ := net.SplitHostPort(conn.RemoteAddr().String())
			_, _ = io.WriteString(conn, c.header)
			cl, err := f.tryDial(conn)
			if err != nil {
				t.Fatal(err)
			}
			s := cl.session().pty("xterm-256color", 100, 30).shell()
			s.wait("Overview")
			s.send("e")
			seen := func() bool { return strings.Contains(s.shows(100, 30), c.want(port)) }
			eventually(t, seen, func() string { return "no " + c.want(port) + " in\n" + s.shows(100, 30) })
			_ = cl.Close()
		})
	}
}
