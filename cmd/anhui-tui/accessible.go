package main

import (
	"context"
	"io"
	"os"

	"anhui-tui/model"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
)

// talk runs the dialogue. A terminal of this machine shows what is typed and
// lets it be corrected; that of an SSH client is raw, so that is done here.
func (p *program) talk(ctx context.Context, d *model.Dataset, at place.Place) error {
	if ctx == nil {
		ctx = context.Background()
	}
	return dialogue.Run(ctx, d, at, p.decided.lang, p.lines(), p.stdout)
}

// lines is the input with what a terminal does for lines. Only an SSH client
// with a terminal has the name of one and an input that is no file.
func (p *program) lines() io.Reader {
	if _, local := p.stdin.(*os.File); !local && p.env["TERM"] != "" {
		return dialogue.Echo(p.stdin, p.stdout)
	}
	return p.stdin
}
