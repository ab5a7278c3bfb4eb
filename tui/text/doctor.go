package text

// DoctorTexts are the texts of the command doctor, which reports the
// capabilities of a terminal.
type DoctorTexts struct {
	Found, Chosen, Change string // labels
	Asked, NotAsked       string // whether the terminal was asked

	Config, ConfigCounts, NoConfig string // the file of settings

	Program, Output, Locale, Colors, Background, Ambiguous, Chinese, Mouse, Links, Clipboard, Sync, Graphemes, Size, Name string

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
	NeedsUTF8                                              string // of another locale, which has Chinese
}

func englishDoctor() DoctorTexts {
	return DoctorTexts{
		Found: "found", Chosen: "chosen", Change: "change",
		Asked:    "The terminal was queried; anything it did not answer within a second is inferred from the environment.",
		NotAsked: "The terminal was not queried; everything is inferred from the environment.",
		Config:   "settings file", ConfigCounts: "after flags and variables", NoConfig: "there is no folder for it: HOME is not set",
		Program: "this program", Output: "output", Locale: "language and characters", Colors: "colours", Background: "background",
		Ambiguous: "width of box and block glyphs", Chinese: "width of Chinese characters", Mouse: "mouse",
		Links: "hyperlinks (OSC 8)", Clipboard: "clipboard (OSC 52)", Sync: "synchronized output (mode 2026)",
		Graphemes: "grapheme clusters (mode 2027)", Size: "size", Name: "terminal's name",
		Yes: "yes", No: "no", Silent: "no answer", Unknown: "unknown", None: "none", Nothing: "nothing set",
		Terminal: "a terminal", Plain: "a terminal that only prints lines", Pipe: "not a terminal",
		Dashboard: "the dashboard", AsText: "places are printed as text", AsDialogue: "the line-by-line dialogue",
		Glyphs: "all glyphs", OnlyASCII: "ASCII only",
		Cells: "%d cells", Likely: "likely: %s",
		DarkFound: "dark, %s", LightFound: "light, %s", DarkTheme: "the dark theme", LightTheme: "the light theme",
		NoTheme: "no colours", ContrastTheme: "the high-contrast theme, on its own black background",
		Follows:  "%s, updated when the terminal reports its background, at start-up and on return to the window",
		MouseOn:  "clicks and the wheel are used",
		MouseOff: "left to the terminal, for selecting text",
		LinkText: "addresses are printed in full, so every terminal can open or copy them",
		LinksOn:  "addresses are links, and also printed in full",
		CopyText: "y and Y copy to it, and show the text on screen for selection",
		AsItIs:   "used if the terminal supports it",
		Wide:     "the screen assumes 1 cell, so lines will be misaligned", Narrow: "the screen assumes 1 cell",
		Fits: "the screen assumes %d cells", InTerminal: "in the terminal's settings",
		Resize: "resize the window", SetLocale: "set a UTF-8 locale",
		NeedsUTF8: "the locale %s is not UTF-8, so Chinese will be unreadable; use a UTF-8 terminal and set LC_ALL to a UTF-8 locale",
	}
}
