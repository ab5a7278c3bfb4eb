// Package tui is the dashboard: a Bubble Tea program in which a frame is a
// pure function of the dataset, a place and a viewport. A key changes the
// place; nothing else changes the screen.
package tui

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/text"
)

// App is the dashboard of one viewer, for Bubble Tea to run. It is a value: the
// dataset is shared, the rest is its own. What handles a message changes one App in
// place: to hand copies on at each step of that way took 32 KiB of stack.
type App struct {
	data *model.Dataset
	at   place.Place
	in   place.Viewport

	options Options
	mouse   bool
	steps   int            // of a tour that were made without a key
	led     led            // what is shown to a follower
	told    place.Theme    // what the terminal's background is for: Dark or Light; what it said, or was assumed
	back    place.Trail    // places left for another view
	ahead   place.Trail    // places gone back from, the next one last
	left    []*place.Place // where each view was left; nil if none was

	search  *screen.Search // of the search card that is open, or was last
	last    *screen.Search // of which a result was gone to last; nil if none was
	foundAt int            // which one

	sought *sought // nil if nothing was searched for, and once the view it led to was left
}

// sought is where a search began, and led to. Few have it, and an App is passed on at
// every step of the way of a key: it is referred to so that the way is short on the stack.
type sought struct{ began, landed place.Place }

// Options are what a viewer can choose beside the place and the viewport.
type Options struct {
	NoMouse    bool          // leave the mouse to the terminal, so that text can be selected
	FixedTheme bool          // do not follow the terminal's background
	Auto       time.Duration // after which a tour steps by itself, until a key is pressed; 0 for never
	// Save writes a file for the viewer under a name without folders, and
	// returns the name it got; nil where the viewer has no files here, as over
	// SSH.
	Save func(name string, write func(io.Writer) error) (string, error)
	// Search returns the search for a query, as [screen.NewSearch] does, which it is
	// if it is nil.
	Search func(data *model.Dataset, query string) *screen.Search
}

// New returns the dashboard at a place.
func New(data *model.Dataset, at place.Place, in place.Viewport, o Options) App {
	told := place.Dark
	if o.FixedTheme && in.Theme == place.Light { // whoever chose it knows why, unless the terminal says otherwise
		told = place.Light
	}
	a := App{
		data: data, in: in.Size(in.Width, in.Height), options: o, mouse: !o.NoMouse, told: told,
		at: place.Place{View: at.View, Keep: at.Keep},
	}
	a.show(at)
	return a
}

// Place returns where the viewer is.
func (a *App) Place() place.Place { return a.at }

// Viewport returns what the viewer looks with.
func (a *App) Viewport() place.Viewport { return a.in }

// Frame draws the screen: what [screen.Render] draws of the same dataset, place and
// viewport.
func (a *App) Frame() screen.Frame { return a.Page().Frame() }

// Start returns what is wished for before the first message: the terminal's
// background. The first frame does not wait for the answer.
func (a App) Start() Effect { return Effect{AskBackground: a.follows(), Auto: a.auto()} }

// follows reports whether what the App shows depends on the terminal's background:
// which theme, or whether it has to paint one of its own.
func (a *App) follows() bool {
	return a.in.Colors != place.NoColors && (!a.options.FixedTheme || a.in.Theme == place.Dark || a.in.Theme == place.Light)
}

// Step returns the App after a message, and what it wishes to be done outside
// the screen. It is how keys, clicks and the terminal's answers change the place
// and the viewport.
func (a App) Step(msg tea.Msg) (App, Effect) {
	e := a.Take(msg)
	return a, e
}

// Take makes the App what [App.Step] returns.
func (a *App) Take(msg tea.Msg) Effect {
	before := a.leading()
	if byUser(msg) {
		a.options.Auto = 0
	}
	e := a.step(msg)
	a.followed(before, msg)
	return e
}

func (a *App) step(msg tea.Msg) Effect {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.in = a.in.Size(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		a.on(msg)
	case tea.FocusMsg: // many change their terminal's colours while another window is in front
		return Effect{AskBackground: a.follows()}
	case AutoMsg:
		return a.autoStep(msg)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		if a.at.Card.Typing() {
			a.insert(msg.Content)
		}
	case savedMsg:
		if a.at.Card == place.ExportCard {
			a.at.Status = msg.status
		}
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			return a.click(a.Frame(), msg.X, msg.Y)
		}
	case tea.MouseWheelMsg:
		a.wheel(msg)
	}
	return Effect{}
}

// on notes what the terminal told of its background.
func (a *App) on(background tea.BackgroundColorMsg) {
	if background.Color == nil {
		return
	}
	a.told = place.Light
	if background.IsDark() {
		a.told = place.Dark
	}
	if !a.options.FixedTheme && (a.in.Theme == place.Dark || a.in.Theme == place.Light) {
		a.in.Theme = a.told
	}
	a.ground()
}

// ground gives the App a background of the theme's own where the terminal's is the
// opposite.
func (a *App) ground() {
	a.in.Ground = a.in.Colors != place.NoColors && a.in.Theme != a.told && (a.in.Theme == place.Dark || a.in.Theme == place.Light)
}

func (a *App) press(msg tea.KeyPressMsg) Effect {
	if a.at.Card.Typing() {
		return a.typed(msg)
	}
	return a.perform(keymap.Match(keymap.For(a.in.Lang), msg.String()))
}

// perform carries out an action with its effects outside the screen, and says why if it
// has none at all, and what it did if that may be out of sight.
func (a *App) perform(do keymap.Action) Effect {
	if a.at.Card == place.NoCard {
		a.at.Status = ""
	}
	before, in, mouse := a.at, a.in, a.mouse
	e := a.carryOut(do)
	switch {
	case a.mouse != mouse:
		a.sayMouse()
	case a.at.Card != place.NoCard || a.at.Tour > 0:
	case e == Effect{} && a.at == before && a.in == in:
		a.at.Status = a.Page().Why(do)
	default:
		a.at.Status = a.Page().Did(before)
	}
	return e
}

// sayMouse says whose the mouse is, on a card as far as that has room for it.
func (a *App) sayMouse() {
	why := &text.For(a.in.Lang).Why
	a.at.Status = why.MouseOff
	if a.mouse {
		a.at.Status = why.MouseOn
	}
	a.show(a.at)
}

func (a *App) carryOut(do keymap.Action) Effect {
	switch {
	case a.at.Tour > 0 && a.in.Room.Role != place.Following && !inRoom(do) && do != keymap.QuitNow && do != keymap.SwitchLanguage && do != keymap.SwitchTheme:
		a.tour(do)
		return Effect{}
	case do == keymap.QuitNow, do == keymap.CloseOrQuit && a.at.Card == place.NoCard:
		return Effect{Quit: true}
	case do == keymap.Redraw:
		return Effect{Redraw: true}
	case do == keymap.OpenItem && (a.at.Card == place.ExportCard || a.at.Card == place.RoomCard):
		return a.choose()
	case do == keymap.ShowRoom && a.in.Room.Role == place.NoRole && a.in.Room.Right == place.MayAlways:
		a.show(a.at.Closed())
		return Effect{Wish: place.Present}
	case do == keymap.Follow && a.in.Room.Role == place.Following:
		a.in.Room.Role = place.Browsing
		return Effect{}
	case do == keymap.Follow && a.in.Room.Role == place.Browsing:
		a.follow()
		return Effect{}
	case do == keymap.CopyFigure, do == keymap.CopyLink, do == keymap.SwitchLanguage && a.at.Card.Cites(): // what the card says was copied
		a.do(do)
		return Effect{Copy: a.Page().Clipboard()}
	}
	a.do(do)
	return Effect{}
}

// do carries out an action other than quitting.
func (a *App) do(do keymap.Action) {
	switch {
	case do == keymap.MoveRight && !nav.HasAside(a.at.View), do == keymap.NextTab:
		a.tab(int(a.at.View) + 1)
	case do == keymap.MoveLeft && !nav.HasAside(a.at.View), do == keymap.PrevTab:
		a.tab(int(a.at.View) - 1)
	case do >= keymap.ToTab:
		a.tab(int(do - keymap.ToTab))
	case do == keymap.GoBack:
		a.goBack()
	case do == keymap.GoForward:
		a.goForward()
	case do == keymap.CloseTop && a.nothingElseToClose():
		a.backFromSearch()
	case do == keymap.ShowSeries && a.cameFromFigure():
		a.goBack()
	case do == keymap.ShowSeries && a.at.View != place.Trends: // beside what was kept on the chart
		to := a.Page().Act(do)
		if to.View == place.Trends {
			to.With = a.leftAt(place.Trends).With
		}
		a.move(to)
	case do == keymap.StartTour && len(a.data.Tour) > 0:
		a.move(nav.TourStart(a.data))
	case do == keymap.NextFound:
		a.again(1)
	case do == keymap.PrevFound:
		a.again(-1)
	case do == keymap.SwitchLanguage:
		a.in.Lang = 1 - a.in.Lang
		a.at.Status = "" // was said in the other
	case do == keymap.SwitchTheme:
		a.in.Theme, a.options.FixedTheme = a.in.Theme.Next(), true
		a.ground()
	case do == keymap.KeepFigure:
		to := a.Page().Act(do)
		a.at.Keep = to.Keep
		a.move(to)
	case do == keymap.SwitchMouse:
		a.mouse = !a.mouse
	default:
		a.move(a.Page().Act(do))
	}
}

// Page returns what the viewer looks at, with the search that was made for it.
func (a *App) Page() screen.Page { return screen.At(a.data, a.at, a.in).With(a.search) }

// tab opens the nth view where it was left, around at both ends.
func (a *App) tab(n int) {
	views := place.Views()
	n = (n + len(views)) % len(views)
	if views[n] == a.at.View {
		a.show(a.at.Closed())
		return
	}
	a.move(a.leftAt(views[n]))
}

// leftAt returns where a view was left.
func (a *App) leftAt(v place.View) place.Place {
	if a.left == nil || a.left[v] == nil {
		return place.Place{View: v}
	}
	return *a.left[v]
}

// move goes to a place and remembers the one it leaves for another view.
func (a *App) move(to place.Place) {
	if to.View != a.at.View {
		a.back, a.ahead = a.back.Left(a.at), nil
	}
	a.show(to)
}

func (a *App) goBack() {
	if to, rest, ok := a.back.Back(); ok {
		a.back, a.ahead = rest, a.ahead.Left(a.at)
		a.show(to)
	}
}

func (a *App) goForward() {
	if to, rest, ok := a.ahead.Back(); ok {
		a.back, a.ahead = a.back.Left(a.at), rest
		a.show(to)
	}
}

// cameFromFigure reports whether the viewer is at a series, and came from a figure
// that leads to it.
func (a *App) cameFromFigure() bool {
	from, _, ok := a.back.Back()
	return ok && a.at.View == place.Trends && from.View != place.Trends && nav.ToSeries(a.data, from, a.in.Lang).Item == a.at.Item
}

// show goes to a place, with the cursor on something that is there. What is kept is
// the viewer's, wherever they are.
func (a *App) show(to place.Place) {
	to.Keep = a.at.Keep
	if to.View != a.at.View {
		a.left = leave(a.left, a.at)
		a.sought = nil
	}
	a.at = nav.Normalize(a.data, to, a.in.Lang)
	if a.at.Card == place.SearchCard && !a.search.Is(a.at.Query) {
		search := a.options.Search
		if search == nil {
			search = screen.NewSearch
		}
		a.search = search(a.data, a.at.Query)
	}
}

// leave notes where a view was left. Like everything an App refers to, what
// was noted before never changes.
func leave(left []*place.Place, at place.Place) []*place.Place {
	next := make([]*place.Place, len(place.Views()))
	copy(next, left)
	at = at.Closed()
	next[at.View] = &at
	return next
}

// Click returns the App after a click at x, y on its frame, of which the hits count,
// and what it wishes. A click on what the cursor is on opens it.
func (a App) Click(on screen.Frame, x, y int) (App, Effect) {
	before := a.leading()
	a.options.Auto = 0
	e := a.click(on, x, y)
	a.followed(before, tea.MouseClickMsg{})
	return a, e
}

func (a *App) click(on screen.Frame, x, y int) Effect {
	hit, ok := on.At(x, y)
	to, onCursor := hit.Place, hit.Place == a.at
	if to.Card == place.NoCard {
		to.Status = ""
	}
	switch {
	case !ok:
	case hit.Do != keymap.None && a.at.Card.Typing():
		return a.pressedOnCard(hit.Do)
	case hit.Do != keymap.None:
		return a.perform(hit.Do)
	case onCursor && a.at.Card == place.NoCard && a.at.Tour == 0:
		return a.perform(keymap.OpenItem)
	case to.View != a.at.View && to == (place.Place{View: to.View}):
		a.tab(int(to.View))
	default:
		a.move(to)
	}
	return Effect{}
}

// wheel moves the cursor in the pane it is turned over, or scrolls the open card. It
// walks no tour: one flick of it is many notches, and each would be a stop.
func (a *App) wheel(msg tea.MouseWheelMsg) {
	by := map[tea.MouseButton]keymap.Action{tea.MouseWheelDown: keymap.MoveDown, tea.MouseWheelUp: keymap.MoveUp}
	if do, ok := by[msg.Button]; ok && (a.at.Tour == 0 || a.at.Card != place.NoCard) {
		if a.at.Card == place.NoCard {
			a.at.Status = ""
		}
		a.move(a.Page().Turn(do, msg.X, msg.Y))
	}
}
