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

// Move is what happens in a presentation: the presenter shows another place, or all
// is over.
type Move struct {
	At   place.Place
	Over bool
}

// Follower is what a dialogue knows of the presentation it follows. Where the
// presenter goes is told in a line of its own, never in the middle of one that is
// typed, and Enter goes there. Nothing else moves. It is safe for concurrent use.
type Follower struct {
	data *model.Dataset
	out  io.Writer

	mu     sync.Mutex
	lang   model.Lang
	typing bool  // a line is begun
	news   *Move // that the reader was not taken to; nil if there is none
	told   bool  // of it
}

// NewFollower returns a follower that tells of moves on out.
func NewFollower(data *model.Dataset, lang model.Lang, out io.Writer) *Follower {
	return &Follower{data: data, lang: lang, out: out}
}

// StartFollowing is [Start] for a dialogue that follows.
func StartFollowing(data *model.Dataset, at place.Place, lang model.Lang, speak Speaker, f *Follower) (State, string) {
	t := turn{State: State{data: data, lang: lang, speak: speak, room: f}}
	t.arrive(nav.Normalize(data, at, lang))
	t.prompt()
	return t.State, joined(t.out)
}

// Moved tells of a move, or keeps it until what is typed is done.
func (f *Follower) Moved(m Move) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.news, f.told = &m, false
	if !f.typing {
		_, _ = io.WriteString(f.out, "\n"+f.tell()) // the reader may be gone, which the dialogue will notice
	}
}

// tell returns what was not told yet. f.mu is held.
func (f *Follower) tell() string {
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

// types notes whether a line is begun.
func (f *Follower) types(typing bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.typing = typing
}

// pending returns what was not told yet, in the language that is read now.
func (f *Follower) pending(lang model.Lang) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lang = lang
	return f.tell()
}

// take returns where the presenter is, if the reader was not taken there yet.
func (f *Follower) take() (place.Place, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.news == nil || f.news.Over {
		return place.Place{}, false
	}
	at := f.news.At
	f.news = nil
	return at, true
}
