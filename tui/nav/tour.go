package nav

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// TourStart returns where a dataset's tour begins; the Overview if it has none.
func TourStart(data *model.Dataset) place.Place { return TourStop(data, 1) }

// TourStop returns the nth place of a dataset's tour, from 1; the zero place before
// it and after it.
func TourStop(data *model.Dataset, n int) place.Place {
	if n < 1 || n > len(data.Tour) {
		return place.Place{}
	}
	at, err := place.Parse(data.Tour[n-1].Link)
	if err != nil { // found when the dataset is checked
		return place.Place{}
	}
	at.Tour = n
	return at
}

// TourStops returns the places of a dataset's tour in order, each with its step
// set.
func TourStops(data *model.Dataset) []place.Place {
	stops := make([]place.Place, 0, len(data.Tour))
	for n := range data.Tour {
		stops = append(stops, TourStop(data, n+1))
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
	stop := TourStop(data, at.Tour)
	stop.Tour = 0
	stop = Normalize(data, stop, lang)
	return at.Tour <= len(data.Tour) && at.View == stop.View && at.Item == stop.Item && at.Sub == stop.Sub
}
