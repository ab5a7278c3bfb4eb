package dialogue

import (
	"fmt"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// answer executes a line, and reports whether it quits the dialogue.
func (s *turn) answer(line string) (quit bool) {
	if len(line) > maxLine {
		s.say(s.words().Dialogue.TooLong)
		return false
	}
	said := strings.TrimSpace(strings.Map(runes.Fold, runes.Line(line)))
	word, rest, _ := strings.Cut(said, " ")
	rest = strings.TrimSpace(rest)
	switch n, err := strconv.Atoi(word); {
	case said == "": // prints the prompt again
		s.toPresenter()
	case said[0] == '/':
		s.search(said[1:])
	case err == nil && rest == "":
		s.number(n)
	case word == "c" || word == "cite":
		s.cite(rest)
	case word == "k" || word == "keep":
		s.keepFigures(rest)
	case word == "d" || word == "drop":
		s.dropFigures(rest)
	case word == "o" || word == "order":
		s.order(rest != "")
	case word == "f" || word == "filter":
		s.filter(filterWords(line))
	case rest != "":
		s.other(said)
	default:
		return s.command(word)
	}
	return false
}

// toPresenter goes to where the presenter is, if that was told.
func (s *turn) toPresenter() {
	if s.room == nil {
		return
	}
	if at, ok := s.room.take(); ok {
		s.open(nav.Normalize(s.data, at, s.lang))
	}
}

// command executes a single word, and reports whether it quits the dialogue.
func (s *turn) command(word string) (quit bool) {
	switch word {
	case "q", "quit", "exit":
		return true
	case "?", "h", "help":
		s.help()
	case "v", "views":
		s.views()
	case "s", "source":
		s.source()
	case "b", "back":
		s.goBack()
	case "r":
		s.show()
	case "l", "language":
		s.lang = 1 - s.lang
		s.say(s.words().Dialogue.Languages)
		s.show()
	case "kept":
		s.hearKept()
	case ".":
		s.tour()
	default:
		s.other(word)
	}
	return false
}

// other opens the view or the link that the input names.
func (s *turn) other(said string) {
	if to, ok := s.viewNamed(said); ok {
		s.open(to)
		return
	}
	at, err := place.Parse(said)
	if err == nil {
		at, err = nav.Find(s.data, at)
	}
	if err != nil || said == "" {
		s.say(fmt.Sprintf(s.words().Dialogue.Unknown, said))
		return
	}
	s.take(at.Keep)
	s.open(at)
}

// viewNamed returns the place of the view with the given name, or with a prefix
// of at least two letters of it.
func (s *turn) viewNamed(said string) (place.Place, bool) {
	for i, v := range place.Views() {
		full := len(said) >= 2 && strings.HasPrefix(v.String(), said)
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			full = full || said == strings.ToLower(text.For(lang).Views[i])
		}
		if full {
			return place.Place{View: v}, true
		}
	}
	return place.Place{}, false
}

// tour opens the next stop of the tour, or the first.
func (s *turn) tour() {
	stops := nav.TourStops(s.data)
	if len(stops) == 0 {
		s.say(s.words().Say.NothingHere)
		return
	}
	if s.at.Tour < len(stops) {
		s.open(stops[s.at.Tour])
		return
	}
	s.open(s.at.Closed())
}

func (s *turn) goBack() {
	at, rest, ok := s.back.Back()
	if !ok {
		s.say(s.words().Dialogue.NoBack)
		return
	}
	s.at, s.back = at, rest
	s.show()
}

func (s *turn) help() {
	s.say("")
	for _, l := range s.words().Dialogue.HelpLines {
		s.say(l)
	}
}
