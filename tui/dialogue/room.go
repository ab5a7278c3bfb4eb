package dialogue

import (
	"fmt"
	"io"
	"sync"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Move is what happens in a room: the presenter shows another place, or all is over.
type Move struct {
	At   place.Place
	Over bool
}

// Room is a presentation to follow.
type Room interface {
	// Listen calls moved with what happens, never twice at once, until stop is
	// called. It returns the place that is shown now.
	Listen(moved func(Move)) (at place.Place, stop func())
}

// Follow runs a dialogue like [Run], from where a presenter is. Where the presenter
// goes is told in a line of its own, never in the middle of one that is typed, and
// Enter goes there. Nothing else moves.
func Follow(data *model.Dataset, room Room, lang model.Lang, in io.Reader, out io.Writer) error {
	f := &follower{data: data, out: out, lang: lang}
	if e, ok := in.(*echo); ok {
		f.typing = e.typing.Load
	}
	at, stop := room.Listen(f.moved)
	defer stop()
	return run(&session{data: data, lang: lang, out: out, room: f}, at, in)
}

// follower is what a dialogue knows of its room.
type follower struct {
	data   *model.Dataset
	out    io.Writer
	typing func() bool // nil if nobody can tell

	mu   sync.Mutex
	lang model.Lang
	news *Move // that the reader was not taken to; nil if there is none
	told bool  // of it
}

// moved tells of a move, or keeps it until what is typed is done.
func (f *follower) moved(m Move) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.news, f.told = &m, false
	if f.typing == nil || !f.typing() {
		_, _ = io.WriteString(f.out, "\n"+f.tell()) // the reader may be gone, which the dialogue will notice
	}
}

// tell returns what was not told yet. f.mu is held.
func (f *follower) tell() string {
	if f.news == nil || f.told {
		return ""
	}
	f.told = true
	t := text.For(f.lang)
	if f.news.Over {
		return t.Room.Over + "\n"
	}
	at := nav.Normalize(f.data, f.news.At, f.lang)
	where := t.Views[at.View]
	if name := nav.Name(f.data, at, t); name != "" {
		where += t.Say.Comma + name
	}
	return fmt.Sprintf(t.Room.Moved, where) + "\n"
}

// pending returns what was not told yet, in the language that is read now.
func (f *follower) pending(lang model.Lang) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lang = lang
	return f.tell()
}

// take returns where the presenter is, if the reader was not taken there yet.
func (f *follower) take() (place.Place, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.news == nil || f.news.Over {
		return place.Place{}, false
	}
	at := f.news.At
	f.news = nil
	return at, true
}
