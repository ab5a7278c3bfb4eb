package main

import (
	"anhui-tui/model"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
)

// talk runs the dialogue. The terminal shows what is typed and lets it be corrected.
func (p *program) talk(d *model.Dataset, at place.Place) error {
	return dialogue.Run(d, at, p.decided.lang, p.stdin, p.stdout)
}
