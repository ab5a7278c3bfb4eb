package main

import (
	"errors"
	"os"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// dashboard runs the dashboard until the user quits, a signal ends it, or its
// terminal goes away. The terminal is not touched before the data is loaded, and
// is given back before an error is returned.
func (p *program) dashboard(load func() (*model.Dataset, error), at place.Place) error {
	out, ok := p.stdout.(*os.File)
	if !ok {
		return errors.New("the dashboard needs a terminal") // resolve rules it out
	}
	d, err := load()
	if err != nil {
		return err
	}
	app := tui.New(d, at, p.options.viewport(), tui.Options{
		NoMouse: p.settings.noMouse, FixedTheme: p.options.fixedTheme, Save: saveIn("."), Auto: p.auto,
	})
	return p.runApp(app, out)
}
