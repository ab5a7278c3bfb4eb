package nav

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// TourSteps is how many places the tour has.
const TourSteps = 10

// tourLinks are the places of the tour, in the order of their captions. It is
// nothing but a list of links; on another dataset a place that is missing
// becomes the first of its view.
func tourLinks() [TourSteps]string {
	return [...]string{
		"overview",
		"shares",
		"shares/pv-inverter-share-china-r2024-09?card=source",
		"trends/pv-revenue",
		"clusters/storage",
		"clusters/hydrogen",
		"trends/vehicle-output",
		"trends/emerging-share",
		"voices/feng-kejin",
		"sources/audit",
	}
}

// TourStart is where the tour begins.
func TourStart() place.Place { return TourStop(1) }

// TourStop returns the nth place of the tour, from 1; the zero place before
// it and after it.
func TourStop(n int) place.Place {
	links := tourLinks()
	if n < 1 || n > len(links) {
		return place.Place{}
	}
	at, err := place.Parse(links[n-1])
	if err != nil { // a test parses them all
		return place.Place{}
	}
	at.Tour = n
	return at
}

// TourStops returns the places of the tour in order, each with its step set.
func TourStops() []place.Place {
	stops := make([]place.Place, 0, TourSteps)
	for n := range TourSteps {
		stops = append(stops, TourStop(n+1))
	}
	return stops
}

// OnTour reports whether a place is the stop of the tour that its step says,
// with the cursor where it starts and whatever open over it.
func OnTour(data *model.Dataset, at place.Place, lang model.Lang) bool {
	return Normalize(data, at, lang).Tour > 0
}

// isStop reports whether a normalized place is at the stop that its step says, so
// that no caption ever stands under another indicator.
func isStop(data *model.Dataset, at place.Place, lang model.Lang) bool {
	stop := TourStop(at.Tour)
	stop.Tour = 0
	stop = Normalize(data, stop, lang)
	return at.Tour <= TourSteps && at.View == stop.View && at.Item == stop.Item && at.Sub == stop.Sub
}
