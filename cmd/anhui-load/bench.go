package main

import (
	"flag"
	"os"

	"anhui-tui/data"
	"anhui-tui/model"
)

// bench is what the commands that print a table have in common: a plan, a
// progress line, and where the results go.
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
	b.flags.StringVar(&b.json, "json", "", "write all that was measured to this file")
	return b
}

// begin reads the flags and gets ready.
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

// load is a load of so many sessions on one of the servers; name is what the
// progress line calls it.
func (b *bench) load(server, name string, p plan, walks [][]step) *load {
	return &load{
		plan: &p, name: server, walks: walks,
		progress: func(what string, done, all int) { b.show.update(name, what, done, all) },
	}
}

// walksOf are the walks of a plan.
func (b *bench) walksOf(p *plan) [][]step {
	return p.walks(b.data, func(done, all int) { b.show.update("walks", "", done, all) })
}

// end prints the results, and writes them down if they are to be.
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
