// Package present lets one viewer present and others follow: in a [Hub] there are
// rooms, in a room there are seats, and what the seat that presents shows reaches
// all others as a [Turn]. What travels is a link, never what somebody's screen
// looks like, so every viewer keeps the size, the language and the theme of theirs.
//
// Hubs of several processes are one by a [Bus]. It may lose, double, delay and
// reorder: every message holds the whole state of a room, states are ordered, and
// only a greater one is taken. The package knows no network and no screen.
package present

// Bus carries messages between hubs: each at most once, in any order, perhaps
// twice. Everything that must be right despite that is the Hub's.
type Bus interface {
	// Publish sends a message to all who have subscribed to a topic, the sender
	// perhaps among them. It does not wait for them. An error means that others
	// will not get it.
	Publish(topic string, message []byte) error
	// Subscribe calls receive with each message to a topic, one after the other,
	// until cancel is called.
	Subscribe(topic string, receive func(message []byte)) (cancel func(), err error)
}
