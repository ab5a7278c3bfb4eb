package text

// RoomTexts are the texts of presenting and following. Those of two words have
// the words of the footer.
type RoomTexts struct {
	Presenting, Following, Browsing         string // with the code, and alone
	Follow, Browse, Small, Asking           string // how many
	Away, Paused, Points, Pointed, Cut      string
	Unseen                                  string    // the presenter, who pauses
	Stop, Again                             string    // what F does, in the footer
	Notices                                 [8]string // from the first notice on
	Card, Code, CodeHint, Paste             string
	Pause, Unpause, HandOver, End           Action // with what they are for
	Leave, Ask, Unask, Handout, Token, Stay Action
	Home, Public, Key                       string // how to present where one cannot, before commands and flags
	Moved                                   string // in the dialogue
	Over                                    string // likewise
	Places, Figure                          string // the hand-out's headings
	Nothing                                 string
	Resume                                  string
	TooLong                                 string // a hand-out: how many bytes, and the most
}

func englishRoom() RoomTexts {
	return RoomTexts{
		Presenting: "presenting %s", Following: "following %s", Browsing: "browsing on your own · F follows again",
		Follow: "%d follow", Browse: "%d browse", Small: "%d below 80×24", Asking: "%d asking to present",
		Away: "presenter away", Paused: "presenter pauses", Points: "presenter points at %s", Pointed: "pointing at %s", Unseen: "paused",
		Cut:  "followers elsewhere cannot see this",
		Stop: "stop following", Again: "follow again",
		Notices: [8]string{
			"the presentation has ended", "somebody else presents now; you follow", "you present now",
			"no such presentation, or too many codes tried; check the code, or wait a minute", "as many follow this presentation as may; try again in a minute",
			"somebody presents from your address already; follow, or ask to present there", "there are as many presentations as the server takes; try again later",
			"the presenter's data has another version; this is the nearest place",
		},
		Card: "Presentation %s", Code: "Code of the presentation", CodeHint: "Type the code the presenter shows, such as %s, and press Enter.",
		Paste:    "Others follow with:",
		Pause:    Action{"Pause", "look things up unseen"},
		Unpause:  Action{"Go on", "show where you are"},
		HandOver: Action{"Hand over", "to the first who asked to present"},
		End:      Action{"End the presentation", "everybody stays where they are"},
		Leave:    Action{"Leave the presentation", "and stay here"},
		Ask:      Action{"Ask to present", "the presenter may hand over to you"},
		Unask:    Action{"Withdraw the request", "to present"},
		Handout:  Action{"Copy the hand-out", "places shown, with figures and citations"},
		Token:    Action{"Copy the line to resume with", "keep it to yourself"},
		Stay:     Action{"Stop following", "and browse on your own"},
		Home:     "To present, serve the dashboard, on this computer or another, and press P there:",
		Public:   "On this server nobody may present. Whoever operates it can allow it with one of:",
		Key:      "On this server those present whose key is listed:",
		Moved:    "presenter moved to: %s. Press Enter to go there.", Over: "the presentation has ended",
		Places: "Shown", Figure: "Figure", Nothing: "nothing was shown yet",
		Resume:  "to resume the presentation within 15 minutes: %s",
		TooLong: "Too long for the clipboard (%s, at most %s): copied the command that prints it.",
	}
}
