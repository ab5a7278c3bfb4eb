package text

// DoctorTexts are the words of the command that says what a terminal can do.
type DoctorTexts struct {
	Found, Chosen, Change string // labels
	Asked, NotAsked       string // whether the terminal was asked

	Output, Locale, Colors, Background, Ambiguous, Chinese, Mouse, Links, Clipboard, Sync, Graphemes, Size, Name string

	Yes, No, Silent, Unknown, None, Nothing                string // what was found
	Terminal, Plain, Pipe                                  string // of the output
	Dashboard, AsText, AsDialogue                          string
	Glyphs, OnlyASCII                                      string
	Cells, Likely                                          string
	DarkFound, LightFound, DarkTheme, LightTheme, NoTheme  string
	ContrastTheme, LinksOn                                 string
	Follows, MouseOn, MouseOff, LinkText, CopyText, AsItIs string
	Wide, Narrow, Fits                                     string
	InTerminal, Resize, SetLocale                          string // how to change it
}

func englishDoctor() DoctorTexts {
	return DoctorTexts{
		Found: "found", Chosen: "chosen", Change: "change",
		Asked:    "The terminal was asked; what it did not answer within a second is judged by the environment.",
		NotAsked: "The terminal was not asked; this is what the environment says.",
		Output:   "output", Locale: "language and characters", Colors: "colours", Background: "background",
		Ambiguous: "width of box and block glyphs", Chinese: "width of Chinese characters", Mouse: "mouse",
		Links: "hyperlinks (OSC 8)", Clipboard: "clipboard (OSC 52)", Sync: "synchronized output (mode 2026)",
		Graphemes: "grapheme clusters (mode 2027)", Size: "size", Name: "terminal's name",
		Yes: "yes", No: "no", Silent: "no answer", Unknown: "unknown", None: "none", Nothing: "nothing set",
		Terminal: "a terminal", Plain: "a terminal that prints lines only", Pipe: "not a terminal",
		Dashboard: "the dashboard", AsText: "places are printed as text", AsDialogue: "the dialogue of lines",
		Glyphs: "all glyphs", OnlyASCII: "ASCII only",
		Cells: "%d cells", Likely: "likely: %s",
		DarkFound: "dark, %s", LightFound: "light, %s", DarkTheme: "the dark theme", LightTheme: "the light theme",
		NoTheme: "no colours", ContrastTheme: "the high-contrast theme, on a black background of its own",
		Follows:  "%s, and it follows what the terminal answers, at the start and on coming back to it",
		MouseOn:  "clicks and the wheel are used",
		MouseOff: "left to the terminal, so that text can be selected",
		LinkText: "addresses are printed in full, so every terminal can open or copy them",
		LinksOn:  "addresses are links, and printed in full all the same",
		CopyText: "sent with y and Y, and shown on screen to be selected",
		AsItIs:   "used where the terminal has it",
		Wide:     "the screen is drawn for 1 cell, so lines will be torn", Narrow: "the screen is drawn for 1 cell",
		Fits: "the screen is drawn for %d cells", InTerminal: "in the terminal's settings",
		Resize: "resize the window", SetLocale: "set a locale of UTF-8",
	}
}
