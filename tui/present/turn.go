package present

import (
	"cmp"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// State is what the presenter of a room does.
type State uint8

// The states.
const (
	Live   State = iota
	Paused       // looks things up unseen
	Ended
	stateCount
)

// Turn is the whole state of a room. Of two turns the greater one counts, by term,
// presenter and number.
type Turn struct {
	Term    uint64 `json:"term"` // grows with every hand-over and resume
	By      string `json:"by"`   // the seat that presents
	Seq     uint64 `json:"seq"`  // grows with every change in a term
	Dataset string `json:"data"` // its version
	Link    string `json:"link"` // the place that is shown
	Mark    string `json:"mark,omitempty"`
	State   State  `json:"state,omitempty"`
	Key     string `json:"key"` // the hash of the secret to resume with
	// Shown are the links of the places that were shown, each once. They are not
	// in every message: nil is what was before.
	Shown []string `json:"shown,omitempty"`
}

// compare orders turns.
func (t *Turn) compare(u *Turn) int {
	return cmp.Or(cmp.Compare(t.Term, u.Term), cmp.Compare(t.By, u.By), cmp.Compare(t.Seq, u.Seq))
}

// The bounds of what comes from a bus. Numbers beyond maxTerm could not be
// outbid.
const (
	maxTerm  = 1 << 32
	maxSeq   = 1 << 48
	maxShown = 200
	maxName  = 64 // of a version
)

// at returns the place of the turn, and whether the turn can be one.
func (t *Turn) at() (place.Place, bool) {
	if t.Term < 1 || t.Term > maxTerm || t.Seq > maxSeq || t.State >= stateCount || len(t.Dataset) > maxName ||
		!isHex(t.By, seatIDLength) || !isHex(t.Key, keyLength) || len(t.Shown) > maxShown || t.Mark != "" && !model.ValidID(t.Mark) {
		return place.Place{}, false
	}
	for _, link := range t.Shown {
		if _, ok := travels(link); !ok {
			return place.Place{}, false
		}
	}
	at, ok := travels(t.Link)
	at.Mark = t.Mark
	return at, ok
}

// travels returns the place of a link that a presenter may send: one with nothing
// that is typed.
func travels(link string) (place.Place, bool) {
	at, err := place.Parse(link)
	return at, err == nil && at == at.Shared()
}

// The lengths of ids, in hexadecimal digits.
const (
	seatIDLength = 16
	keyLength    = 64
)

// isHex reports whether s has n digits.
func isHex(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
