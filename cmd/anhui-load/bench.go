package main

import (
	"flag"
	"os"

	"anhui-tui/data"
	"anhui-tui/model"
)

// bench is the state common to the commands that print a table: a plan, a
// progress line, and the outputs.
type bench struct {
	plan
	flags    *flag.FlagSet
	json     string
	profiles string
	data     *model.Dataset
	show     *progress
}

func newBench(name string, sessions int) *bench {
	b := &bench{flags: flag.NewFlagSet(name, flag.ContinueOnError), show: newProgress(os.Stderr)}
	b.plan.flags(b.flags, sessions)
	b.flags.StringVar(&b.json, "json", "", "write all measurements to this file")
	return b
}

// begin parses the flags, raises the limit of descriptors, and loads the data.
func (b *bench) begin(args []string) error {
	if err := b.flags.Parse(args); err != nil {
		return err
	}
	if err := b.check(); err != nil {
		return err
	}
	raiseFileLimit()
	var err error
	b.data, err = data.Embedded()
	return err
}

// load returns the load of a plan on the given server; the progress line shows
// name.
func (b *bench) load(server, name string, p plan, walks [][]step) *load {
	return &load{
		plan: &p, name: server, walks: walks,
		progress: func(what string, done, all int) { b.show.update(name, what, done, all) },
	}
}

// walksOf returns the walks of a plan.
func (b *bench) walksOf(p *plan) [][]step {
	return p.walks(b.data, func(done, all int) { b.show.update("walks", "", done, all) })
}

// end prints the results, and writes them to the file of --json.
func (b *bench) end(all []result) error {
	b.show.clear()
	report := newReport(&b.plan, all)
	if b.json != "" {
		if err := report.writeJSON(b.json); err != nil {
			return err
		}
	}
	return report.table(os.Stdout)
}
