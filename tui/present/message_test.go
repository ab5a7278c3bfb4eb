package present

import (
	"strings"
	"testing"
)

// Whatever comes from a bus is a whole message within bounds, or none.
func FuzzDecode(f *testing.F) {
	id, key := strings.Repeat("a", seatIDLength), strings.Repeat("0", keyLength)
	turn := Turn{Term: 1, By: id, Dataset: "1", Link: "shares?card=source", Mark: "pv", Key: key, Shown: []string{"voices"}}
	for _, m := range []message{
		{From: id, Turn: &turn, Holds: true},
		{From: id, Ask: true},
		{From: id, Audience: &audience{Audience{1, 2, 3}, []wish{{id, key}}}},
	} {
		f.Add(m.encode())
	}
	f.Add([]byte(`{"from":"aaaaaaaaaaaaaaaa","turn":{"term":18446744073709551615,"link":"?q=x"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, ok := decode(b)
		if !ok {
			return
		}
		if t1 := m.Turn; t1 != nil {
			at, ok := t1.at()
			if !ok || at.Query != "" || at.Scroll != 0 || at != at.Shared() || t1.Term > maxTerm {
				t.Fatalf("%q is taken: %+v", b, t1)
			}
		}
		if again, ok := decode(m.encode()); !ok || again.From != m.From {
			t.Fatalf("%q is not what it is sent as", b)
		}
	})
}

func TestForeignMessages(t *testing.T) {
	id, key := strings.Repeat("a", seatIDLength), strings.Repeat("0", keyLength)
	good := Turn{Term: 1, By: id, Link: "shares", Key: key}
	for name, spoil := range map[string]func(*Turn){
		"no term":         func(t *Turn) { t.Term = 0 },
		"a term for ever": func(t *Turn) { t.Term = 1 << 63 },
		"no presenter":    func(t *Turn) { t.By = "" },
		"a query":         func(t *Turn) { t.Link = "shares?q=x" },
		"a private card":  func(t *Turn) { t.Link = "shares?card=export" },
		"scrolled":        func(t *Turn) { t.Link = "shares?card=source&scroll=3" },
		"no link":         func(t *Turn) { t.Link = "../x" },
		"an escape":       func(t *Turn) { t.Link = "\x1b[2J" },
		"a mark":          func(t *Turn) { t.Mark = "\x1b" },
		"a state":         func(t *Turn) { t.State = 9 },
		"a key":           func(t *Turn) { t.Key = "x" },
		"a hand-out":      func(t *Turn) { t.Shown = []string{"http://example.org"} },
		"a long hand-out": func(t *Turn) { t.Shown = make([]string, maxShown+1) },
	} {
		bad := good
		spoil(&bad)
		if _, ok := decode((&message{From: id, Turn: &bad}).encode()); ok {
			t.Errorf("%s is taken", name)
		}
	}
	if _, ok := decode((&message{From: id, Turn: &good}).encode()); !ok {
		t.Error("a turn is not taken")
	}
	if _, ok := decode((&message{From: id, Audience: &audience{Audience: Audience{Follow: -1}}}).encode()); ok {
		t.Error("an audience below nobody is taken")
	}
}
