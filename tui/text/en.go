package text

import "anhui-tui/model"

func english() *Texts {
	return &Texts{
		Lang: model.EN, Tag: "EN",
		Views:   []string{"Overview", "Clusters", "Shares", "Trends", "Cities", "Voices", "Sources"},
		Figures: "%s figures", Sources: "%s sources", AsOf: "to %s",
		Words: englishWords(),
		Qualifier: map[model.Qualifier]string{
			model.NotStated: "not stated", model.Exact: "exact figure", model.Approx: "about",
			model.Nearly: "nearly: just below the number", model.MoreThan: "more than: a lower bound",
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
			model.GradeA: "Grade A: read at the link, on the publisher's own site or that of an outlet carrying its text.",
			model.GradeB: "Grade B: read in a republished copy that names the publisher; no link, low reliability.",
		},
		KeyGroups: [5]string{"Move", "Look", "Take away", "Present", "Settings"},
		SortBy: [13]string{
			"in its own order", "by value", "by cluster", "by name", "by date", "by number", "by growth", "by rank", "by years stated", "by denominator",
			"by publisher", "by status", "by grade",
		},
		SortedUp: "%s, ascending", SortedOff: "%s, descending",
		Found: map[model.FoundKind]string{
			model.FoundCluster: "cluster", model.FoundPlace: "city", model.FoundIndicator: "indicator", model.FoundPerson: "person",
			model.FoundFigure: "figure", model.FoundStatement: "statement", model.FoundSource: "source",
		},
		Actions: englishActions(),
		Aside:   AsideTexts{Years: "years", Cities: "cities", Detail: "detail", List: "list", Growth: "growth", Value: "value"},
		Verbs: Verbs{
			Search: "Search", Again: "Next result", Copy: "Copy citation", Export: "Export this view", Compare: "Compare",
			Series: "Show the series", Conflicts: "Show where sources disagree", Voices: "Show statements on this cluster", Language: "Switch language", Quit: "Quit",
		},
		Head: Heads{
			Cluster: "CLUSTER", BestShare: "NATIONAL SHARE", Size: "INDUSTRY SIZE", Period: "PERIOD",
			Value: "VALUE", Rank: "RANK", Indicator: "INDICATOR", Source: "SOURCE",
			SharesOf: "%s's share of %s", SharesWithin: "Shares within %s", CityShares: "Cities' and firms' share of %s",
			OtherShares: "Others' share of %s: %s, cities, firms", Shares: "Shares", Figures: "Figures", Places: "Places",
			Statements: "Statements", Topics: "on: ", Audit: "Self-audit", Conflicts: "Conflicts", Keys: "Keys",
			Reading: "Reading the gauges", OffSeries: "Part-year figures and other sources",
			InOffice: "In office", Others: "Others", Newest: "NEWEST", Disagree: "SOURCES DISAGREE", Unstated: "NOT STATED BY ANY SOURCE HERE",
			Year: "YR", Series: "SERIES", Person: "PERSON", Said: "SAID", Publisher: "PUBLISHER", Number: "NO.",
			Elsewhere: "In other views", City: "PLACE", Growth: "GROWTH", Class: "CLASS", Ranking: "Ranking", Measures: "Compared by",
			Leading: "Who leads in what", Distinguished: "%s: ranks and shares that sources state",
			Earlier: "Earlier figures and other sources", Compared: "%s and %s", NotStated: "Not stated", Remaining: "Other figures",
		},
		Card: CardTexts{
			Printed: "as printed", Qualifier: "stated as", Rank: "rank", Period: "period", ShareOf: "share of",
			Definition: "definition", SaidBy: "stated by", Publisher: "source", Title: "title", Link: "link",
			Authors: "authors", Accessed: "accessed",
			Locator: "location", Status: "status", Method: "derived", Note: "note", Corrected: "corrected", Figure: "figure id",
			Speech: "speech", Office: "office", Topics: "on",
		},
		Audit: AuditTexts{
			Figures: "figures", Sourced: "with a source", Linked: "read at the given link (grade A)",
			LowReliability: "low reliability (status u)", Approximate: "not exact: about, bounds, ranges",
			Targets: "targets and forecasts", Derived: "derived from other figures", Conflicts: "conflicts",
			Indicators: "indicators", Sources: "sources", Statements: "statements", People: "people",
			Oldest: "oldest period", Newest: "newest period", AsOf: "compiled as of",
		},
		Report: ReportTexts{
			Order:   "Those in office first, then Party and government, departments, cities and companies; the latest statement first.",
			Dataset: "dataset %s", Accessed: "accessed %s", Republished: "read in a republished copy, not on the publisher's own site", Status: "STATUS", Date: "DATE", Grade: "GRADE",
			Growth: "COMPUTED GROWTH", Index: "COMPUTED INDEX", ShareOf: "SHARE OF", ID: "ID", Line: "line %d", Nearest: "nearest: ", Held: "ok", Missing: "missing",
			Number: "figure", Rank: "rank", Day: "date", Name: "name", Verified: "%d of %d found in the text",
		},
		Chart: ChartTexts{
			Stated: "stated", Target: "target", Break: "break", Beyond: "goes on beyond the scale", Value: "value", AsStated: "stated", Computed: "computed",
			Index: "index", IndexOf: "index, %d = 100, computed here", NoIndex: "No index: no two exact figures here are of one document and one definition.",
			Sources: "Sources", Latest: "LATEST", OtherUnit: "another unit, a scale of its own", OtherWhole: "of something else, a scale of its own",
			Why: [model.IncomparableCount]string{
				model.Comparable: "computed", model.NotOutcome: "a target", model.OtherDefinition: "another definition", model.BrokenSeries: "break in method",
				model.SeeNote: "see the note", model.OtherSource: "of another source than the year before", model.Inexact: "not two exact numbers", model.NotAboveZero: "from a loss or nothing",
			},
			OtherThan: "of another source than %s", NoBase: "no figure of %d, the base year",
		},
		Export: ExportTexts{
			SavesFile:     "Enter: save a file in the folder you started in, or copy the view. The command below prints the same.",
			CopiesCommand: "Enter: copy the command, to run on your own computer, or the view itself. HOST is the address you connected to.",
			CopyMarkdown:  "copy, to paste into a document", CopyTSV: "copy the table, to paste into a spreadsheet",
			Saved: "saved as %s", NotSaved: "not saved: %s",
			Sent:    "Sent to the terminal's clipboard: %s as %s, %d lines, %s. If the terminal has none, the command below prints the same.",
			TooLong: "Not copied: %s is too long for the clipboard, which takes %s here. The command below prints it.",
		},
		Say: englishSentences(), Periods: englishPeriods(), Dialogue: englishDialogue(), Doctor: englishDoctor(), Room: englishRoom(), Why: englishReasons(), Corrections: englishCorrections(),
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
		Page:      Action{"page", "page down, page up"},
		Half:      Action{"half", "half a page down, up"},
		Ends:      Action{"ends", "go to the first, the last"},
		Aside:     Action{"across", "across: years, list and detail; elsewhere tabs"},
		Tabs:      Action{"tabs", "change tabs"},
		Open:      Action{"open", "open the selected item"},
		Close:     Action{"close", "close the topmost card; never quits"},
		Back:      Action{"back", "back to the previous view"},
		Forward:   Action{"forward", "forward again, after going back"},
		Series:    Action{"series", "from a figure to its series over the years, and back"},
		Index:     Action{"index 100", "show an index, 100 in the base year, or the values again"},
		Zoom:      Action{"zoom", "widen the list or the detail, or not"},
		Source:    Action{"source", "show the source of the selected figure"},
		Conflicts: Action{"conflicts", "figures on which sources disagree"},
		Table:     Action{"table", "show a table instead of gauges or a chart"},
		Scope:     Action{"scope", "show shares of another territory"},
		Measure:   Action{"indicator", "compare cities by another indicator"},
		Sort:      Action{"sort", "change the order; S: turn it"},
		Compare:   Action{"compare", "keep this series on the chart (up to four), or this city to compare"},
		Topic:     Action{"topic", "filter statements by cluster, then by the next"},
		Voices:    Action{"voices", "statements about this cluster"},
		Language:  Action{"\u4e2d\u6587", "switch language: English, Chinese"},
		Theme:     Action{"theme", "switch theme: dark, light, high contrast, no colours"},
		Mouse:     Action{"mouse", "turn the mouse off (to select text) or on"},
		Redraw:    Action{"redraw", "redraw the screen"},
		Search:    Action{"search", "search by words or signs: =2025, exact figures of 2025"},
		Filter:    Action{"filter", "narrow the list: words, 2024..2026, = exact, ! conflict, + new, corrected, A"},
		Again:     Action{"next", "next, previous result"},
		Palette:   Action{"actions", "find an available action by name"},
		Copy:      Action{"copy", "copy the figure with its citation"},
		CopyLink:  Action{"link", "copy the link to this place"},
		Export:    Action{"export", "export or copy this view: text, Markdown, CSV, TSV, JSON, SVG"},
		Keep:      Action{"keep", "keep this figure, or not; A: those kept, to copy as one hand-out"},
		Tour:      Action{"tour", "take a tour of the data"},
		Present:   Action{"room", "present: others follow from their own terminals"},
		Follow:    Action{"follow", "follow a presentation by its code; stop, or follow again"},
		Point:     Action{"point", "point at the selected figure while presenting"},
		Help:      Action{"help", "show this help"},
		Quit:      Action{"quit", "close the card, or quit if none is open"},
		QuitNow:   Action{"quit", "quit"},
	}
}

func englishSentences() Sentences {
	return Sentences{
		NoShare: "no share stated", OfParts: "no overall share stated", NotStated: "not stated", Comma: ", ", Colon: ": ", Semicolon: "; ", List: ", ", Stop: ". ",
		Brackets: " (%s)", NoDate: "undated",
		NoLink:   "none: read in a republished copy",
		Filtered: "& %s: %d  Esc: show all", NoneFits: "Nothing fits “%s”.%s", ShowAll: " Esc shows all.", NearFits: " But near: %s.",
		FilterHint: "words, 2024..2026, = exact, ! conflict, + new, corrected", FilterSigns: "= exact, ! conflict, + new",
		NothingHere: "Nothing here.", AllTopics: "Esc: show all", Leads: "used",
		Claimed: "stated", Possible: "possible", OpenBound: "no upper limit",
		GaugeMeans: "The solid part of a gauge is stated by the source; the hatched part is compatible with " +
			"its wording; an arrow means that no upper limit is stated; » that it goes on beyond the scale. A hollow mark is a target.",
		AboutMeans: "Figures worded “about” or “nearly” are drawn from 5 percent below the number, “about” also to " +
			"5 percent above it. This is a drawing convention; the wording is the source's.",
		SecondHand: "from a republished copy", Differ: "sources differ", SecondHandMeans: "* after a number: read in a republished copy, not on the publisher's own site. The source card and every citation say so.", ConflictMeans: "! marks a figure that another source contradicts. A number that no source gives is shown as " +
			"not stated, never as zero.",
		AuditLine: "Recalculated each time the program starts. The source of every figure is one key away.",
		Lines:     "%d–%d of %d", Title: "anhui-tui · %s", Quote: "“%s”",
		NotStatedAfter: "from %d: not stated in these sources", NoYearAfter: "from %d: no full-year figure in these sources", StatedGrowth: "%s year on year, as stated, %s", StatedPartGrowth: "%s year on year, as stated, %s",
		StatedAverage: "%s a year on average, as stated, %s", Up: "up %s", Down: "down %s", Changed: "change of %s", Break: "break in method", NoneHere: "not stated in these sources", OfPeople: "%d of %d people",
		Page: "p. %s", HoldsOffice: "In office on %[3]s: %[1]s, since %[2]s", HeldOffice: "%s, %s to %s",
		NoParts: "The dataset has no parts of %s to compare.", NoMeasure: "No indicator is stated of enough of them for one period.",
		RankComputed: "Ranks computed from the figures shown; growth as stated.",
		ComparedBy:   "Figures of one measure and period stand side by side; the others cannot be compared.",
		NoneCommon:   "No measure common to both is stated.", RankOf: "%s of %d",
		Schematic: "Schematic, not to scale", BarsTo: "bars from 0, full: %s", ClassesComputed: "computed: fifths",
		CompareWith: "Compare %s with: move to another.",
		TourNext:    "Space: next · any other key: end",
		FoundFor:    "Nothing for %s. For %s:", FoundNear: "Nothing for %s, but near:", FoundNone: "Nothing for %s.",
		FirstOf: "first %d of %d",
		SearchHint: "Type names, a value, an office, pinyin initials: glass, CNY 296.7 bn, governor hydrogen, gf. " +
			"Signs list all figures: = exact, ! conflict, + new; =2025, ! hydrogen. So does corrected.",
		Cut:    "cut at %d characters",
		Copied: "Copied", CiteNext: "y again: %s", PlainCite: "plain", CopyNote: "If your terminal does not support the clipboard, select the text here.",
		Kept: "%d kept", KeptThis: "%d kept, this too", KeptFull: "%d kept, no more fit",
		KeptHint: "y: copy all · Enter: go to it · a: take it out", KeptUntil: "Kept until you quit; Y copies a link that has them again.", KeptNone: "Nothing is kept. a keeps the figure under the cursor.",
		TooLong: "Not copied: %s is too long for the clipboard over SSH, which takes %s. On your own computer, with the address you connected to as HOST:",
	}
}
