package place

// Room is a viewer's part in a presentation, as far as it is drawn. It belongs to
// the viewport: who follows is at a place of the presenter's with a viewport of
// their own, and those of a room who have the same one share their frames.
type Room struct {
	Role   Role
	Code   string // of the room, as it is shown
	Host   string // where the server is reached: HOST or HOST:PORT
	Right  Right
	Paused bool // the presenter looks things up unseen
	Away   bool // the presenter is gone, and may come back
	Asks   bool // the viewer has asked to present
	Notice Notice

	// Of a presenter only: how many follow, browse and have a small screen, how many
	// ask to present, and whether those elsewhere are cut off.
	Follow, Browse, Small, Asking int
	Cut                           bool
}

// Role is how a viewer takes part in a presentation.
type Role uint8

// The roles.
const (
	NoRole Role = iota
	Presenting
	Following
	Browsing // of the room, but looking around
)

// Right is whether a viewer may present, or how one could.
type Right uint8

// The rights.
const (
	NotHere   Right = iota // at home there is nobody to present to
	MayNot                 // on a public server
	WithKey                // who comes as the user present, with a key
	MayAlways              // anybody here
)

// Notice is what has happened in a room last. It is shown until the next key.
type Notice uint8

// The notices.
const (
	NoNotice Notice = iota
	RoomEnded
	RoomLost  // somebody else presents
	RoomYours // the viewer presents now
	RoomNone  // there is no such room, or too many codes were tried
	RoomFull  // as many follow as may
	RoomOne   // the source presents already
	RoomMany  // there are as many rooms as there may be
	RoomOther // the presenter's dataset has another version
)

// Wish is what a viewer wishes to be done in a room.
type Wish uint8

// The wishes.
const (
	NoWish Wish = iota
	Present
	Join // the room of a code
	Leave
	Pause
	Unpause
	HandOver
	End
	Ask
	Unask
	CopyToken
	HandoutText
	HandoutMarkdown
	HandoutTSV
)
