package nav

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// TourStart returns the first stop of the dataset's tour; the Overview if it
// has none.
func TourStart(data *model.Dataset) place.Place { return TourStop(data, 1) }

// TourStop returns the nth stop of the dataset's tour, counted from 1; the zero
// Place if there is none.
func TourStop(data *model.Dataset, n int) place.Place {
	if n < 1 || n > len(data.Tour) {
		return place.Place{}
	}
	at, err := place.Parse(data.Tour[n-1].Link)
	if err != nil { // reported by the check of the dataset
		return place.Place{}
	}
	at.Tour = n
	return at
}

// TourStops returns the stops of the dataset's tour in order, each with its
// step in Tour.
func TourStops(data *model.Dataset) []place.Place {
	stops := make([]place.Place, 0, len(data.Tour))
	for n := range data.Tour {
		stops = append(stops, TourStop(data, n+1))
	}
	return stops
}

// OnTour reports whether the place is at the stop of its step, with the cursor
// at its start and any card open.
func OnTour(data *model.Dataset, at place.Place, lang model.Lang) bool {
	return Normalize(data, at, lang).Tour > 0
}

// isStop reports whether a normalized place is at the stop of its step, so that
// its caption applies.
func isStop(data *model.Dataset, at place.Place, lang model.Lang) bool {
	stop := TourStop(data, at.Tour)
	stop.Tour = 0
	stop = Normalize(data, stop, lang)
	return at.Tour <= len(data.Tour) && at.View == stop.View && at.Item == stop.Item && at.Sub == stop.Sub
}
