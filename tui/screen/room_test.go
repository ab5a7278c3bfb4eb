package screen

import "testing"

// The lines that are shown to be typed are ones that ssh takes, also where the server
// does not know under which address it is reached.
func TestSSH(t *testing.T) {
	for _, c := range []struct{ user, address, want string }{
		{"", "demo.example.org:2222", "ssh -t -p 2222 demo.example.org present"},
		{"", "demo.example.org:22", "ssh -t demo.example.org present"},
		{"present", "demo.example.org:2222", "ssh -t -p 2222 present@demo.example.org present"},
		{"present", "demo.example.org", "ssh -t present@demo.example.org present"},
		{"present", "[2001:db8::7]:2222", "ssh -t -p 2222 present@2001:db8::7 present"},
		{"", "", "ssh -t HOST present"},
		{"present", "", "ssh -t present@HOST present"},
	} {
		if got := SSH(c.user, c.address, "present"); got != c.want {
			t.Errorf("%q at %q: %s, want %s", c.user, c.address, got, c.want)
		}
	}
}
