package dialogue

import (
	"fmt"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// answer does what a line asks for, and reports whether that is to quit.
func (t *talk) answer(l line) (quit bool) {
	if l.long {
		t.say(t.words().Dialogue.TooLong)
		return false
	}
	said := strings.TrimSpace(strings.Map(runes.Fold, runes.Line(l.text)))
	word, rest, _ := strings.Cut(said, " ")
	rest = strings.TrimSpace(rest)
	switch n, err := strconv.Atoi(word); {
	case said == "": // only the prompt again
	case said[0] == '/':
		t.search(said[1:])
	case err == nil && rest == "":
		t.number(n)
	case word == "c" || word == "cite":
		t.cite(rest)
	case rest != "":
		t.other(said)
	default:
		return t.command(word)
	}
	return false
}

// command does what one word asks for.
func (t *talk) command(word string) (quit bool) {
	switch word {
	case "q", "quit", "exit":
		return true
	case "?", "h", "help":
		t.help()
	case "v", "views":
		t.views()
	case "s", "source":
		t.source()
	case "b", "back":
		t.goBack()
	case "r":
		t.show()
	case "l", "language":
		t.lang = 1 - t.lang
		t.say(t.words().Dialogue.Languages)
		t.show()
	case ".":
		t.tour()
	default:
		t.other(word)
	}
	return false
}

// other takes what was said for a view or a link.
func (t *talk) other(said string) {
	if to, ok := t.named(said); ok {
		t.open(to)
		return
	}
	at, err := place.Parse(said)
	if err == nil {
		err = nav.Check(t.data, at)
	}
	if err != nil || said == "" {
		t.say(fmt.Sprintf(t.words().Dialogue.Unknown, said))
		return
	}
	t.open(at)
}

// named finds a view by its name, or by two letters of it or more.
func (t *talk) named(said string) (place.Place, bool) {
	for i, v := range place.Views() {
		full := len(said) >= 2 && strings.HasPrefix(v.String(), said)
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			full = full || said == strings.ToLower(textsOf(lang)[i])
		}
		if full {
			return place.Place{View: v}, true
		}
	}
	return place.Place{}, false
}

// tour begins the tour, or goes on with it.
func (t *talk) tour() {
	stops := nav.TourStops(t.data)
	if len(stops) == 0 {
		t.say(t.words().Say.NothingHere)
		return
	}
	if t.at.Tour < len(stops) {
		t.open(stops[t.at.Tour])
		return
	}
	t.open(t.at.Closed())
}

func (t *talk) goBack() {
	at, rest, ok := t.back.Back()
	if !ok {
		t.say(t.words().Dialogue.NoBack)
		return
	}
	t.at, t.back = at, rest
	t.show()
}

func (t *talk) help() {
	t.say("")
	for _, l := range t.words().Dialogue.HelpLines {
		t.say(l)
	}
}
