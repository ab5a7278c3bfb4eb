package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui/place"
)

// typed handles the keys of a card that takes text: what is printable is
// typed, the rest moves among the choices, chooses, or closes.
func (a App) typed(msg tea.KeyPressMsg) (App, tea.Cmd) {
	switch stroke := msg.String(); stroke {
	case "esc":
		return a.show(a.at.Closed()), nil
	case "ctrl+c":
		return a, tea.Quit
	case "enter":
		return a.choose()
	case "up", "ctrl+p", "down", "ctrl+n", "pgup", "pgdown":
		do := map[string]Action{
			"up": moveUp, "ctrl+p": moveUp, "down": moveDown, "ctrl+n": moveDown, "pgup": pageUp, "pgdown": pageDown,
		}[stroke]
		return a.move(a.page().act(do)), nil
	case "backspace", "ctrl+h":
		if a.at.Query == "" {
			return a.show(a.at.Closed()), nil
		}
		_, n := utf8.DecodeLastRuneInString(a.at.Query)
		return a.query(a.at.Query[:len(a.at.Query)-n]), nil
	case "ctrl+u":
		return a.query(""), nil
	case "ctrl+w":
		before := strings.TrimRight(a.at.Query, " ")
		return a.query(before[:strings.LastIndex(before, " ")+1]), nil
	}
	return a.query(a.at.Query + msg.Text), nil
}

// query sets what is typed, and puts the cursor on the first choice.
func (a App) query(text string) App {
	to := a.at
	if text = typeable(text); text != to.Query {
		to.Query, to.Scroll = text, 0
	}
	return a.show(to)
}

// typeable makes any text fit to be typed into a card: printable, without
// spaces before it, and no longer than there is room.
func typeable(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			r = ' '
		}
		if n == place.MaxQuery {
			break
		}
		if unicode.IsPrint(r) && (n > 0 || r != ' ') {
			b.WriteRune(r)
			n++
		}
	}
	return b.String()
}

// choose does what the choice under the cursor is for.
func (a App) choose() (App, tea.Cmd) {
	c, ok := a.page().chosen()
	if !ok {
		return a, nil
	}
	switch card := a.at.Card; {
	case card == place.SearchCard:
		a.found, a.foundAt = a.at.Query, a.at.Scroll
		return a.show(a.at.Closed()).move(c.to), nil
	case card == place.PaletteCard:
		return a.show(a.at.Closed()).perform(c.do)
	case c.save != "" && a.options.Save == nil:
		to := a.at
		to.Query = string(c.save)
		return a.show(to), tea.SetClipboard(c.command)
	case c.save != "":
		return a, a.save(c.save)
	}
	return a, nil
}

// again goes to the next result of the last search, or the one before.
func (a App) again(by int) App {
	if a.found == "" {
		return a
	}
	to := a.at.Closed()
	to.Card, to.Query = place.SearchCard, a.found
	p := newPage(a.data, to, a.in)
	n := len(p.choices())
	if n == 0 {
		return a
	}
	a.foundAt = (a.foundAt + by + n) % n
	return a.move(p.choices()[a.foundAt].to)
}
