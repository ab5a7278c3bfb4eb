package present

import (
	"bytes"
	"encoding/json"
)

// message is what hubs send each other: one of its parts, and who sends it.
type message struct {
	From     string    `json:"from"` // the hub
	Turn     *Turn     `json:"turn,omitempty"`
	Holds    bool      `json:"holds,omitempty"` // the presenter is there
	Gone     bool      `json:"gone,omitempty"`  // the presenter is known to be nowhere
	Audience *audience `json:"audience,omitempty"`
	Ask      bool      `json:"ask,omitempty"` // for the turn
}

// Audience counts those in a room who do not present.
type Audience struct {
	Follow int `json:"follow,omitempty"`
	Browse int `json:"browse,omitempty"`
	Small  int `json:"small,omitempty"` // of both, on a screen below 80×24
}

// audience is the audience at one hub.
type audience struct {
	Audience
	Asking []wish `json:"asking,omitempty"`
}

// wish is the wish of a seat to present.
type wish struct {
	Seat string `json:"seat"`
	Key  string `json:"key"` // the hash of the secret it would resume with
}

// The bounds of messages.
const (
	maxMessage  = 64 << 10 // bytes
	maxLinks    = 48 << 10 // bytes, of the links of Shown together
	maxAsking   = 8
	maxAudience = 1 << 20
)

// encode returns a message as bytes.
func (m *message) encode() []byte {
	b, err := json.Marshal(m)
	if err != nil {
		panic(err) // there is nothing in it that could fail
	}
	return b
}

// decode returns the message of bytes from a bus, which may be anything, and
// whether it can be one.
func decode(b []byte) (message, bool) {
	var m message
	if len(b) > maxMessage {
		return m, false
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if d.Decode(&m) != nil || !isHex(m.From, seatIDLength) {
		return m, false
	}
	if a := m.Audience; a != nil {
		for _, n := range []int{a.Follow, a.Browse, a.Small} {
			if n < 0 || n > maxAudience {
				return m, false
			}
		}
		if len(a.Asking) > maxAsking {
			return m, false
		}
		for _, w := range a.Asking {
			if !isHex(w.Seat, seatIDLength) || !isHex(w.Key, keyLength) {
				return m, false
			}
		}
	}
	if m.Turn != nil {
		_, ok := m.Turn.at()
		return m, ok
	}
	return m, m.Ask || m.Audience != nil
}
