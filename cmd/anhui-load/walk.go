package main

import (
	"math/rand/v2"
	"sync"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd/frames"
)

// step is a key that changes the screen, and the place it leads to.
type step struct {
	key string
	at  place.Place
}

// habit is a key and its relative frequency.
type habit struct {
	key    string
	weight int
}

// habits returns the habits of a reader: most keys move along a list, the
// others open and close cards, search, change tabs and switch how a view is
// shown.
func habits() []habit {
	return []habit{
		{"j", 34},
		{"k", 12},
		{" ", 4},
		{"G", 1},
		{"g", 1},
		{"\t", 8},
		{"0", 1},
		{"1", 3},
		{"2", 4},
		{"3", 4},
		{"4", 2},
		{"5", 2},
		{"6", 2},
		{"\r", 6},
		{"i", 7},
		{"-", 3},
		{"t", 4},
		{"w", 3},
		{"s", 3},
		{"f", 2},
		{"?", 1},
		{"!", 1},
		{"/", 3},
		{":", 1},
		{"n", 1},
	}
}

// typingHabits returns the keys in a card that takes text: letters of frequent
// words, moves along the results, and opening one.
func typingHabits() []habit {
	return []habit{
		{"s", 3},
		{"h", 3},
		{"a", 3},
		{"e", 3},
		{"p", 2},
		{"v", 2},
		{backspace, 2},
		{ctrlN, 5},
		{"\r", 3},
	}
}

// closing is the key pressed on an open card half of the time. Esc does the
// same, but is delayed as it may begin a sequence, which would say nothing
// about the server.
const closing = "q"

const (
	ctrlN     = "\x0e"
	backspace = "\x7f"
)

func keyPress(key string) tea.KeyPressMsg {
	switch key {
	case ctrlN:
		return tea.KeyPressMsg{Code: 'n', Mod: tea.ModCtrl}
	case backspace:
		return tea.KeyPressMsg{Code: tea.KeyBackspace}
	case "\t":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "\r":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case " ":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: rune(key[0]), Text: key}
}

// viewport returns the viewport of every session of a load.
func (p *plan) viewport() place.Viewport {
	return place.Viewport{Width: p.Width, Height: p.Height, Colors: place.Colors256}
}

// maxWalks is the largest number of different walks; more sessions share them,
// at different times.
const maxWalks = 1000

// walks returns the walks of all sessions. Every key changes the screen, so
// that it has an answer.
func (p *plan) walks(data *model.Dataset, progress func(done, all int)) [][]step {
	renderer := frames.NewRenderer(256<<20, 0)
	all := make([][]step, min(p.Sessions, maxWalks))
	next := make(chan int)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for i := range next {
				all[i] = walk(renderer, data, p, p.walkLength(), rand.New(rand.NewPCG(p.Seed, uint64(i)))) //nolint:gosec // not a secret
			}
		})
	}
	for i := range all {
		next <- i
		progress(i+1, len(all))
	}
	close(next)
	workers.Wait()
	return all
}

func walk(renderer *frames.Renderer, data *model.Dataset, p *plan, n int, r *rand.Rand) []step {
	app := tui.New(data, place.Place{}, p.viewport(), tui.Options{})
	for _, key := range p.stay.begin {
		app, _ = app.Step(keyPress(key))
	}
	shown, _ := renderer.Frame(app.Page(), "")
	steps := make([]step, 0, n)
	for tries := 0; len(steps) < n && tries < 20*n; tries++ {
		key := choose(r, habits())
		switch card := app.Place().Card; {
		case card.Typing():
			key = choose(r, typingHabits())
		case card != place.NoCard && r.IntN(2) == 0:
			key = closing
		}
		next, effect := app.Step(keyPress(key))
		if effect != (tui.Effect{}) || !p.stay.holds(next.Place()) { // the answer to an effect is not a frame
			continue
		}
		frame, _ := renderer.Frame(next.Page(), "")
		if diff, _ := renderer.Diff(shown.Frame, frame.Frame); len(diff) == 0 {
			continue
		}
		app, shown = next, frame
		steps = append(steps, step{key, app.Place()})
	}
	return steps
}

func choose(r *rand.Rand, all []habit) string {
	sum := 0
	for _, h := range all {
		sum += h.weight
	}
	n := r.IntN(sum)
	for _, h := range all {
		if n -= h.weight; n < 0 {
			return h.key
		}
	}
	return all[0].key
}
