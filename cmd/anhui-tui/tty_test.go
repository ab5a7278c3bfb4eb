package main

import (
	"io"
	"os"
	"testing"
)

const (
	enter = "\x1b[?1049h"
	leave = "\x1b[?1049l"
)

// TestScreen holds the alternate screen to be entered and left once each,
// whenever Bubble Tea ends.
func TestScreen(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*tty)
		want string
	}{
		"to the end": {func(s *tty) {
			s.show("one\ntwo")
			write(t, s, "query")
			write(t, s, "\x1b[>4m"+enter+"frame")
			write(t, s, enter+"again"+leave)
			s.leave()
		}, enter + "\x1b[?25l\x1b[Hone\r\ntwo" + "query" + "\x1b[>4mframe" + enter + "again" + leave},
		"ended before Bubble Tea drew": {func(s *tty) {
			s.show("one")
			write(t, s, "query")
			s.leave()
		}, enter + "\x1b[?25l\x1b[Honequery" + leave + "\x1b[?25h"},
		"ended before anything": {func(s *tty) { s.leave() }, ""},
		"never shown":           {func(s *tty) { write(t, s, enter+"frame"); s.leave() }, enter + "frame"},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		s := &tty{file: w}
		c.do(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n%q, want\n%q", name, err, got, c.want)
		}
	}
}

func write(t *testing.T, s *tty, text string) {
	t.Helper()
	if n, err := s.Write([]byte(text)); n != len(text) || err != nil {
		t.Errorf("wrote %d of %d: %v", n, len(text), err)
	}
}
