package sshd

import (
	"bytes"
	"encoding/base64"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/text"
)

func TestSplitWords(t *testing.T) {
	for in, want := range map[string][]string{
		"":                               nil,
		"  show  shares --format csv ":   {"show", "shares", "--format", "csv"},
		`show 'shares?scope=world'`:      {"show", "shares?scope=world"},
		`show "clusters/pv?card=source"`: {"show", "clusters/pv?card=source"},
		`a\ b "c \"d" ''`:                {"a b", `c "d`, ""},
		`shares?scope=world&sort=name`:   {"shares?scope=world&sort=name"},
		`& * ? ~ ! [ { #`:                {"&", "*", "?", "~", "!", "[", "{", "#"},
		`'a;b|c$(d)' "x>y"`:              {"a;b|c$(d)", "x>y"},
	} {
		got, err := splitWords(in)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("splitWords(%q) = %q, %v", in, got, err)
		}
	}
	for _, bad := range []string{
		"show; rm -rf /", "a | b", "a > b", "$(id)", "`id`", "'open", `"open`, `a\`, "a\nb", "a\x00b", "a\x1b[2J",
		strings.Repeat("x", 2000), "\u009b",
	} {
		if got, err := splitWords(bad); err == nil {
			t.Errorf("splitWords(%q) = %q", bad, got)
		}
	}
}

// TestScanner cuts input the same way wherever it is cut into packets.
func TestScanner(t *testing.T) {
	for in, want := range map[string][]string{
		"aé\u4f60😀":                {"a", "é", "\u4f60", "😀"},
		"\x1b[A\x1bOB\x1b[1;5C":    {"\x1b[A", "\x1bOB", "\x1b[1;5C"},
		"\x1b\x1b[A":               {"\x1b", "\x1b[A"},
		"\x1bq2":                   {"\x1bq", "2"},
		"\x1b[[A1":                 {"\x1b[[A", "1"},
		"\x1b]11;rgb:0/0/0\x07x":   {"\x1b]11;rgb:0/0/0\x07", "x"},
		"\x1b]11;rgb:0/0/0\x1b\\x": {"\x1b]11;rgb:0/0/0\x1b\\", "x"},
		"\x1bPq\x18j":              {"j"},
		"\xff\x80\xc3(j":           {"(", "j"},
		"\xe4\xbd\x1b[A":           {"\x1b[A"},
		"\x1b[1\x1b[A":             {"\x1b[A"},
		"\x1b[<0;5;5M":             {"\x1b[<0;5;5M"},
		"\x1b[" + strings.Repeat("1", 300) + "mj":       {"j"},
		"\x1b]0;" + strings.Repeat("x", 9000) + "\x07j": {"j"},
		"\x1b_" + strings.Repeat("\x1b", 9000) + "\\j":  {"j"},
		"\xed\xa0\x80j": {"j"},
	} {
		for _, packet := range []int{1, 2, 7, len(in)} {
			var s scanner
			var got []string
			for rest := []byte(in); len(rest) > 0; {
				n := min(packet, len(rest))
				s.scan(rest[:n], func(token []byte) { got = append(got, string(token)) })
				rest = rest[n:]
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q in packets of %d: %q, want %q", in, packet, got, want)
			}
			if len(s.held) > maxEscape {
				t.Errorf("%q: %d bytes held", in, len(s.held))
			}
		}
	}
}

func TestScannerExpires(t *testing.T) {
	var s scanner
	var got []string
	emit := func(token []byte) { got = append(got, string(token)) }
	for _, in := range []string{"\x1b", "\x1b[1", "\x1b]", "\xe4"} {
		s.scan([]byte(in), emit)
		s.expire(emit)
	}
	s.scan([]byte("j"), emit)
	if !slices.Equal(got, []string{"\x1b", "j"}) {
		t.Errorf("%q", got)
	}
}

func TestDecode(t *testing.T) {
	for in, want := range map[string]string{
		"j": "j", "\x1b": "esc", "\x1b[A": "up", "\x1b[Z": "shift+tab", "\r": "enter", "\t": "tab", "\x7f": "backspace",
		"\x04": "ctrl+d", "\x1b[5~": "pgup", "\u4f60": "\u4f60", " ": "space",
	} {
		key, ok := decode([]byte(in)).(tea.KeyPressMsg)
		if !ok || key.String() != want {
			t.Errorf("%q is %q, want %q", in, key.String(), want)
		}
	}
	for _, in := range []string{
		"\x1b[48;1000;1000;0;0t", "\x1b[8;65535;65535t", "\x1b[200~", "\x1b[201~", "\x1b[O",
		"\x1b[27;29;99;1;0;65535_", "\x1bP>|x\x1b\\", "\x1b]52;c;AAAA\x07", "\x1b[?1u",
	} {
		if msg := decode([]byte(in)); msg != nil {
			t.Errorf("%q is %#v", in, msg)
		}
	}
	for _, in := range []string{"\x1b[I", "\x1b]11;rgb:0000/0000/0000\x07"} {
		if msg := decode([]byte(in)); msg == nil || isKey(msg) {
			t.Errorf("%q is %#v", in, msg)
		}
	}
}

func TestEffects(t *testing.T) {
	most := strings.Repeat("a", maxClipboard)
	for name, c := range map[string]struct {
		wished  []tui.Effect
		kept    tui.Effect
		written string
	}{
		"nothing":    {},
		"quit":       {[]tui.Effect{{Quit: true}}, tui.Effect{Quit: true}, ""},
		"redraw":     {[]tui.Effect{{Redraw: true}}, tui.Effect{Redraw: true}, ""},
		"background": {[]tui.Effect{{AskBackground: true}, {AskBackground: true}}, tui.Effect{AskBackground: true}, "\x1b]11;?\x07"},
		"copy":       {[]tui.Effect{{Copy: "b"}, {}, {Copy: "a"}, {}}, tui.Effect{Copy: "a"}, "\x1b]52;c;YQ==\x07"},
		"copy most":  {[]tui.Effect{{Copy: most}}, tui.Effect{Copy: most}, "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(most)) + "\x07"},
		"too much":   {[]tui.Effect{{Copy: most + "a"}}, tui.Effect{}, ""},
		"save":       {[]tui.Effect{{Save: "csv"}}, tui.Effect{}, ""},
		"all": {
			[]tui.Effect{{Copy: "a"}, {Quit: true}, {AskBackground: true}, {Redraw: true}},
			tui.Effect{Quit: true, Redraw: true, AskBackground: true, Copy: "a"},
			"\x1b]11;?\x07\x1b]52;c;YQ==\x07",
		},
	} {
		var got effects
		for _, e := range c.wished {
			got.add(e)
		}
		if got != (effects{Effect: c.kept}) {
			t.Errorf("%s: %+v, want %+v", name, got, c.kept)
		}
		size := got.size()
		var out bytes.Buffer
		if got.writeTo(&out); out.String() != c.written || size != len(c.written) || got != (effects{}) {
			t.Errorf("%s: %d bytes announced, written %q, want %q", name, size, out.String(), c.written)
		}
	}
	full := effects{tui.Effect{Quit: true, Redraw: true, AskBackground: true, Copy: most}, true}
	if n := full.size(); n > maxEffects {
		t.Errorf("all effects together are %d bytes", n)
	}
}

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

func TestSources(t *testing.T) {
	for in, want := range map[string]string{
		"192.0.2.1": "192.0.2.1/32", "::ffff:192.0.2.1": "192.0.2.1/32",
		"2001:db8::1": "2001:db8::/64", "fe80::1%eth0": "fe80::/64",
	} {
		if got := prefixOf(netip.MustParseAddr(in)).String(); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
	// Sources that are gone are forgotten, however many there were.
	now := time.Now()
	s := newSources(DefaultLimits())
	for i := range 100_000 {
		addr := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		leave, no := s.connect(addr, now)
		if no != "" {
			t.Fatal(no)
		}
		leave()
		now = now.Add(time.Millisecond)
	}
	if n := len(s.known); n > 2*minSweep+3000 {
		t.Errorf("%d sources are known", n)
	}
}

// TestLimitsCheck names the flag that is wrong, and the first of several.
func TestLimitsCheck(t *testing.T) {
	if err := DefaultLimits().Check(); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*Limits){
		"--handshake-timeout must be more than 0": func(l *Limits) { l.HandshakeTimeout, l.ShellTimeout, l.PerSource = 0, 0, -1 },
		"--write-stall must be more than 0":       func(l *Limits) { l.WriteStall = -1 },
		"--max-sessions must be more than 0":      func(l *Limits) { l.MaxSessions = 0 },
		"--per-source must not be negative":       func(l *Limits) { l.PerSource, l.WireRate = -1, -1 },
		"--idle-timeout must not be negative":     func(l *Limits) { l.IdleTimeout = -1 },
		"--input-burst 0 would":                   func(l *Limits) { l.InputBurst = 0 },
		"--output-burst 0 would":                  func(l *Limits) { l.OutputBurst, l.WireBurst = 0, 0 },
		"--wire-burst 0 would":                    func(l *Limits) { l.WireBurst = 0 },
	} {
		l := DefaultLimits()
		change(&l)
		if err := l.Check(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	off := DefaultLimits()
	off.InputRate, off.InputBurst, off.OutputRate, off.OutputBurst, off.WireRate, off.WireBurst = 0, 0, 0, 0, 0, 0
	if err := off.Check(); err != nil {
		t.Error(err)
	}
	if fields := reflect.TypeFor[Limits]().NumField() - 1; len(off.needed())+len(off.optional()) != fields { // SourceAllow cannot be wrong
		t.Errorf("%d limits are looked at, there are %d", len(off.needed())+len(off.optional()), fields)
	}
}

// TestWords pins that whoever is refused or ended reads in one plain line what
// to do, and that notices fit over a line of the usual width.
func TestWords(t *testing.T) {
	silent := []reason{ // who is ended for these is gone, has closed the ears, or goes on
		byHandshakeTimeout, byPromptTimeout, byChannelTimeout, byWriteStall, byKeepalive, byTCPTimeout, byResizeRate, byInputRate,
		byOutputRate, byWireRate, byEnv, byEscape, byUser, byClient, byProtocol, byProxy,
	}
	for _, r := range append(limitReasons(), otherReasons()...) {
		advice := r.advice()
		if (advice == "") != slices.Contains(silent, r) || strings.ContainsFunc(advice, unicode.IsControl) || len(advice) > 100 {
			t.Errorf("%s: %q", r, advice)
		}
	}
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		for _, notice := range []string{text.For(lang).Restarting(), text.For(lang).Idle(119 * time.Second)} {
			if w := ansi.StringWidth(" " + notice); w > 80 {
				t.Errorf("%d columns: %s", w, notice)
			}
		}
	}
	for left, want := range map[time.Duration][2]string{
		59*time.Second + 900*time.Millisecond: {"1 minute.", "1\u5206\u949f\u540e"},
		time.Second:                           {"1 second.", "1\u79d2\u540e"},
		30 * time.Second:                      {"30 seconds.", "30\u79d2\u540e"},
		90 * time.Second:                      {"90 seconds.", "90\u79d2\u540e"},
		10*time.Minute + 10*time.Second:       {"10 minutes.", "10\u5206\u949f\u540e"},
	} {
		en, zh := text.For(model.EN).Idle(left), text.For(model.ZH).Idle(left)
		if !strings.Contains(en, " in "+want[0]) || !strings.Contains(zh, "\uff0c"+want[1]) {
			t.Errorf("%v: %s %s", left, en, zh)
		}
	}
}
