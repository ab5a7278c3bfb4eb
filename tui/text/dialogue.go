package text

// DialogueTexts are the words of the dialogue for screen readers.
type DialogueTexts struct {
	Differ string // said of a value that another source contradicts

	// The parts of the prompt, each with what is to be typed.
	Item, Items, Next, Views, Source, Search, Cite, Back, Language, Help, Quit string

	Choose, Found, Languages, NoFigure, NoItem, NoBack, Unknown, TooLong, Worded string
	HelpLines                                                                    [10]string
}

func englishDialogue() DialogueTexts {
	return DialogueTexts{
		Differ: " (sources differ)",
		Item:   "1 open", Items: "1 to %d open", Next: ". next of the tour", Views: "v views", Source: "s source", Search: "/word search",
		Cite: "c cite", Back: "b back", Language: "l Chinese", Help: "? help", Quit: "q quit",
		Choose: "The views:", Found: "%d found for %s:",
		Languages: "English.",
		NoFigure:  "There is no figure here. Open one by its number first.",
		NoItem:    "There is no number %s here.",
		NoBack:    "This is where you began.",
		Unknown:   "Not understood: %s. Type ? for help.",
		TooLong:   "The line is too long and was left out.",
		Worded:    "styles of citation: %s",
		HelpLines: [10]string{
			"Type a line and press Enter. Capitals and full-width characters make no difference.",
			"A number opens what stands behind it: a figure's card, a source, a person, a view.",
			"v lists the views. Their names work as well, or the first two letters: ov, cl, sh, tr, vo, so.",
			"s tells where the figure comes from; on its card it goes on to the source, with all that rests on it.",
			"/ and words search everything, in either language and by pinyin initials: /glass, /296.74, /gf.",
			"c cites the figure. Name a style for another form: c bibtex, c csl-json, c gbt7714.",
			"b goes back. r reads the place again. l changes the language. q quits.",
			"The second line of each place is its link. A link can be typed as well: clusters/pv, shares?scope=world.",
			"A full stop begins a tour of the data in ten places, and goes on with it.",
			"What no source states is said to be not stated. It is never nought.",
		},
	}
}
