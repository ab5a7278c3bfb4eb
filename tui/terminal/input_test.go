package terminal

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

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
		// Alt with a letter begins a string, and what is pressed next is a key again.
		"\x1bP\x03j":        {"\x03", "j"},
		"\x1bP\r":           {"\r"},
		"\x1b]\x1b[Aj":      {"\x1b[A", "j"},
		"\x1b_x\x1b\x1b\\j": {"\x1b", "\x1b\\", "j"},
		"\x1b_\x1b\\j":      {"\x1b_\x1b\\", "j"},
		"\x1b]" + strings.Repeat("x", 9000) + "\x03j":   {"\x03", "j"},
		"\x1b]" + strings.Repeat("x", 9000) + "\x1b[Aj": {"\x1b[A", "j"},
		"\x1b]" + strings.Repeat("x", 9000) + "\x1b\\j": {"j"},
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
			if len(s.held) > maxSequence {
				t.Errorf("%q: %d bytes held", in, len(s.held))
			}
		}
	}
}

func TestScannerExpires(t *testing.T) {
	var s scanner
	var got []string
	emit := func(token []byte) { got = append(got, string(token)) }
	for _, in := range []string{"\x1b", "\x1b[1", "\x1b]", "\xe4", "\x1bPx\x1b"} {
		s.scan([]byte(in), emit)
		s.expire(emit)
	}
	s.scan([]byte("j"), emit)
	if !slices.Equal(got, []string{"\x1b", "\x1b", "j"}) {
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
		if msg := decode([]byte(in)); msg == nil || FromUser(msg) {
			t.Errorf("%q is %#v", in, msg)
		}
	}
}

// FuzzInput gives any bytes, cut anywhere, to what reads keys.
func FuzzInput(f *testing.F) {
	for _, s := range []string{
		"j2q", "\x1b[A", "\x1b]11;rgb:0/0/0\x07", "\x1b[<0;1;1M", "\x1b[48;9;9;9;9t", "\x1b[M   ", "\x1bP>|x\x1b\\", "\xe4\xbd\xa0",
		"\x1b[1;5R", "\x1b[27;29;99;1;0;65535_", "\x1b[[A", "\x1b_G\x1b\\", "\x1b[$",
	} {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, in []byte, cut uint8) {
		var s scanner
		tokens, bytesOut := 0, 0
		emit := func(token []byte) {
			tokens++
			bytesOut += len(token)
			if len(token) == 0 || len(token) > maxSequence+1 {
				t.Errorf("a token of %d bytes", len(token))
			}
			decode(token)
		}
		for rest := in; len(rest) > 0; {
			n := min(len(rest), int(cut)+1)
			s.scan(rest[:n], emit)
			rest = rest[n:]
			if len(s.held) > maxSequence+1 {
				t.Errorf("%d bytes held", len(s.held))
			}
		}
		s.expire(emit)
		if tokens > len(in) || bytesOut > len(in) {
			t.Errorf("%d tokens of %d bytes, from %d", tokens, bytesOut, len(in))
		}
	})
}
