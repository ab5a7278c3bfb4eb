package text

// DialogueTexts are the texts of the dialogue for screen readers.
type DialogueTexts struct {
	Differ string // after a value that another source contradicts

	// The parts of the prompt, each with the input it is for.
	Item, Items, Next, Views, Source, Search, Filter, Order, Cite, Keep, Kept, Back, Language, Help, Quit string

	Choose, Found, Languages, NoFigure, NoItem, NoBack, Unknown, TooLong, Worded string
	KeptIt, Dropped, NotKept                                                     string // which, and how many are kept
	KeptUntil                                                                    string
	NoneKept, NoFilter, NoneFits, NoOrder, Ordered                               string
	HelpLines                                                                    [13]string
}

func englishDialogue() DialogueTexts {
	return DialogueTexts{
		Differ: " (sources differ)",
		Item:   "1 open", Items: "1 to %d open", Next: ". next stop", Views: "v views", Source: "s source", Search: "/word search",
		Filter: "f filter", Order: "o order", Cite: "c cite", Keep: "k keep", Kept: "kept (%d)", Back: "b back", Language: "l Chinese", Help: "? help", Quit: "q quit",
		Choose: "The views:", Found: "%d found for %s:",
		Languages: "English.",
		NoFigure:  "There is no figure here. Open one by its number first.",
		NoItem:    "There is no number %s here.",
		NoBack:    "This is where you started.",
		Unknown:   "Not understood: %s. Type ? for help.",
		TooLong:   "That line was too long and was ignored.",
		Worded:    "styles of citation: %s",
		KeptIt:    "Kept: %s. %d kept.", Dropped: "No longer kept: %s. %d kept.", NotKept: "Not kept: %s.",
		NoneKept:  "Nothing is kept. k keeps the figure that is open, k 3 that of number 3.",
		KeptUntil: "Kept until you quit. The link above has them again: keep that.",
		NoFilter:  "There is no list to filter here.",
		NoOrder:   "There is nothing here that has another order.", Ordered: "Order: %s.",
		NoneFits: "Nothing here fits %s.",
		HelpLines: [13]string{
			"Type a line and press Enter. Capitals and full-width characters are accepted.",
			"Type a number to open its item: a figure's card, a source, a person or a view.",
			"v lists the views. A view's name opens it, or its first two letters: ov, cl, sh, tr, ci, vo, so.",
			"s opens the figure's card; on the card, type s again for the source and every figure taken from it.",
			"/ and words search everything, in either language or by pinyin initials: /glass, /296.74, /gf.",
			"c cites the figure. Add a style for another form: c bibtex, c csl-json, c gbt7714.",
			"k keeps the figure, k 3 that of number 3. kept reads those kept, each cited, with a link to all. d drops one. They are kept until you quit; the link has them again.",
			"f and words filter a list: f 2025, f 2024..2026 exact, f !, f new, f corrected, f A. f alone lists all again.",
			"o reads the list in its next order, o turn the other way round.",
			"b goes back. r repeats this place. l switches the language. q quits.",
			"The second line of each place is its link. You can also type a link: clusters/pv, shares?scope=world.",
			"Type . to start the ten-stop tour, and . again for the next stop.",
			"A number that no source gives is read as not stated, never as zero.",
		},
	}
}
