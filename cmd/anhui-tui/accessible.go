package main

import (
	"anhui-tui/model"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
)

// runDialogue runs the dialogue. The terminal echoes input and edits the line.
func (p *program) runDialogue(d *model.Dataset, at place.Place) error {
	return dialogue.Run(d, at, p.options.lang, p.stdin, p.stdout)
}
