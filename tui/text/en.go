package text

import "anhui-tui/model"

func english() *Texts {
	return &Texts{
		Lang: model.EN, Tag: "EN",
		Views:   [6]string{"Overview", "Clusters", "Shares", "Trends", "Voices", "Sources"},
		Figures: "%s figures", Sources: "%s sources", AsOf: "to %s",
		Words: englishWords(),
		Qualifier: map[model.Qualifier]string{
			model.NotStated: "not stated", model.Exact: "stated exactly", model.Approx: "about",
			model.Nearly: "nearly: just below", model.MoreThan: "more than: a lower bound",
			model.AtLeast: "at least: a lower bound", model.LessThan: "less than: an upper bound",
			model.AtMost: "at most: an upper bound", model.Range: "a range", model.Fraction: "a simple fraction",
			model.RankOnly: "a rank, without a number", model.Target: "a target or forecast, not an outcome",
		},
		ShareIn: "%s, share of %s", RankIn: "%s in %s", NthRank: "%s",
		Status: map[string]string{
			"b": "break in the series", "d": "definition differs", "e": "estimated", "f": "forecast or target",
			"i": "see the note", "m": "missing", "n": "not significant", "p": "provisional",
			"u": "low reliability",
		},
		Speech: map[model.Speech]string{model.Reported: "reported", model.Quoted: "quoted"},
		Grade: map[model.Grade]string{
			model.GradeA: "Grade A: read at the link: the publisher's own site, or an outlet that carries its text.",
			model.GradeB: "Grade B: read where the named publisher's text was republished; no link, low reliability.",
		},
		SortBy: [3]string{"by value", "by cluster", "by name"},
		Found: map[model.FoundKind]string{
			model.FoundCluster: "cluster", model.FoundIndicator: "indicator", model.FoundPerson: "person",
			model.FoundFigure: "figure", model.FoundStatement: "statement", model.FoundSource: "source",
		},
		Actions: englishActions(),
		Head: Heads{
			Cluster: "CLUSTER", BestShare: "LATEST NATIONAL SHARE", Size: "REVENUE, OUTPUT", Period: "PERIOD",
			Value: "VALUE", Rank: "RANK", Indicator: "INDICATOR", Source: "SOURCE",
			SharesOf: "%s's share of %s", SharesWithin: "Shares within %s", CityShares: "Cities' and firms' share of %s",
			OtherShares: "Others' share of %s: %s, cities, firms", Shares: "Shares", Figures: "Figures", Places: "Places",
			Statements: "Statements", Topics: "on: ", Audit: "Self-audit", Conflicts: "Conflicts", Keys: "Keys",
			Reading: "Reading the gauges", OffSeries: "Parts of years, other sources",
		},
		Card: CardTexts{
			Printed: "as printed", Qualifier: "claimed", Rank: "rank", Period: "period", ShareOf: "share of",
			Definition: "counts", SaidBy: "said by", Publisher: "source", Title: "title", Link: "link",
			Locator: "where", Status: "status", Method: "derived", Note: "note", Figure: "figure id",
			Speech: "speech", Office: "office", Topics: "on",
		},
		Audit: AuditTexts{
			Figures: "figures", Sourced: "with a source", Linked: "read at the link given (grade A)",
			LowReliability: "low reliability (status u)", Approximate: "not exact: about, bounds, ranges",
			Targets: "targets and forecasts", Derived: "derived from others", Conflicts: "conflicts",
			Indicators: "indicators", Sources: "sources", Statements: "statements", People: "people",
			Oldest: "oldest period", Newest: "newest period", AsOf: "compiled as of",
		},
		Report: ReportTexts{
			Dataset: "dataset %s", Republished: "read where it was republished, not at the publisher", Status: "STATUS", Date: "DATE", Grade: "GRADE",
			ShareOf: "SHARE OF", ID: "ID", Line: "line %d", Nearest: "nearest: ", Held: "ok", Missing: "missing",
			Number: "figure", Rank: "rank", Day: "date", Name: "name", Verified: "%d of %d stand in the text",
		},
		Say: englishSentences(), Periods: englishPeriods(), Dialogue: englishDialogue(), Doctor: englishDoctor(),
	}
}

func englishWords() model.Wording {
	w := model.Wording{Lang: model.EN}
	w.Forms[model.NotStated] = "not stated"
	w.Forms[model.Exact] = "%s"
	w.Forms[model.Approx] = "≈%s"
	w.Forms[model.Nearly] = "nearly %s"
	w.Forms[model.MoreThan] = ">%s"
	w.Forms[model.AtLeast] = "≥%s"
	w.Forms[model.LessThan] = "<%s"
	w.Forms[model.AtMost] = "≤%s"
	w.Forms[model.Range] = "%s"
	w.Forms[model.Fraction] = "%s"
	w.Forms[model.RankOnly] = "no number stated"
	w.Forms[model.Target] = "target %s"
	return w
}

func englishActions() Actions {
	return Actions{
		Move:      Action{"move", "move the cursor"},
		Page:      Action{"page", "a screenful down, up"},
		Half:      Action{"half", "half a screenful down, up"},
		Ends:      Action{"ends", "to the first, the last"},
		Tabs:      Action{"tabs", "change tabs"},
		Open:      Action{"open", "open what is under the cursor"},
		Close:     Action{"close", "close what is on top; never quits"},
		Back:      Action{"back", "back to the view before"},
		Source:    Action{"source", "where the figure under the cursor comes from"},
		Conflicts: Action{"conflicts", "where sources disagree"},
		Table:     Action{"table", "table in place of gauges or chart"},
		Scope:     Action{"scope", "shares of another territory"},
		Sort:      Action{"sort", "sort shares by value, cluster, name"},
		Compare:   Action{"compare", "keep this series on the chart, up to four"},
		Topic:     Action{"topic", "statements on one cluster only, then the next"},
		Voices:    Action{"voices", "what was said on the cluster"},
		Language:  Action{"\u4e2d\u6587", "language: English, Chinese"},
		Theme:     Action{"theme", "theme: dark, light, high contrast, no colours"},
		Mouse:     Action{"mouse", "mouse off, so that text can be selected, and on"},
		Redraw:    Action{"redraw", "draw the screen anew"},
		Search:    Action{"search", "search figures, sources, people, statements"},
		Again:     Action{"next", "the next, the previous result"},
		Palette:   Action{"actions", "actions that do something here, by name"},
		Copy:      Action{"copy", "copy the figure with its citation"},
		CopyLink:  Action{"link", "copy the link of this place"},
		Export:    Action{"export", "this view as text, Markdown, CSV, JSON or SVG"},
		Tour:      Action{"tour", "a tour of the data"},
		Help:      Action{"help", "this card"},
		Quit:      Action{"quit", "close a card, else quit"},
		QuitNow:   Action{"quit", "quit"},
	}
}

func englishSentences() Sentences {
	return Sentences{
		NoShare: "no share stated", NotStated: "not stated", Comma: ", ", Colon: ": ", Semicolon: "; ", List: ", ", Stop: ". ",
		Brackets: " (%s)", NoDate: "undated",
		NoLink:      "none: the text was read where it was republished",
		NothingHere: "Nothing here.", AllTopics: "Esc: all of them", Leads: "leads",
		Claimed: "claimed", Possible: "possible", OpenBound: "open bound",
		GaugeMeans: "The solid part of a gauge is claimed by the source; the hatched part is compatible with " +
			"its words; an arrow says that nothing bounds it above. A hollow mark is a target.",
		AboutMeans: "About and nearly are drawn as reaching 5 percent of the number below it, about also above " +
			"it. That is a convention of the drawing; the words are the source's.",
		SecondHand: "not read at the publisher", Differ: "sources differ", SecondHandMeans: "* after a number: it was not read at its publisher but where that was republished. The card and every citation say so.", ConflictMeans: "! marks a figure that another source contradicts. What no source states is not stated, " +
			"never nought.",
		AuditLine: "Counted from the rows at every start. Every figure has its source one key away.",
		Lines:     "%d–%d of %d", Title: "anhui-tui · %s", Quote: "“%s”",
		NotStatedAfter: "%d on: not stated by the sources here", NoYearAfter: "%d on: no whole year stated by the sources here", StatedGrowth: "%s on the year, as stated, %s",
		StatedAverage: "%s a year on average, as stated, %s", Up: "up %s", Down: "down %s", Changed: "change of %s", Break: "break in method", NoneHere: "not stated by the sources here", OfPeople: "%d of %d people",
		TourNext:   "Space next · any other key stops",
		SearchHint: "Type a name, a number or pinyin initials: glass, 296.74, gf.",
		Copied:     "Copied", CopyNote: "If your terminal has no clipboard, select the text here.",
		Saved: "saved as %s", NotSaved: "not saved: %s",
		SavesFile:     "Enter saves a file in the folder you started in. The command prints the same.",
		CopiesCommand: "Enter copies the command, for your own computer. HOST is what you connected to.",
	}
}
