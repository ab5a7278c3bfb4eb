package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/sshd"
)

// program is the state shared by the commands.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            env
	environ        []string
	settings       settings
	versionOnly    bool // --version: print it and do nothing else
	options        options
	auto           time.Duration // after which a tour steps by itself
	// room opens what a command of a presentation asks for; nil where there is none,
	// as at home.
	room     func(cmd *cobra.Command, args []string, r sshd.RoomRequest) error
	terminal bool           // whether stdout is a terminal
	shared   *model.Dataset // the built-in dataset, loaded once by serve; nil elsewhere
}

const windows = runtime.GOOS == "windows"

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// prepare resolves the options. It runs before every command.
func (p *program) prepare(cmd *cobra.Command, _ []string) error {
	// What serves others is set up by flags and variables, and they have no files here.
	own := p.shared == nil && cmd.Name() != "serve"
	if err := p.settings.resolve(cmd.Root().PersistentFlags(), p.env, own); err != nil {
		return err
	}
	p.terminal = isTerminal(p.stdout)
	p.options = resolve(p.settings, p.env, p.terminal, windows)
	return nil
}

// brokenData is the error of a data package with faults.
type brokenData struct {
	where  string
	faults *data.Faults
}

func (b *brokenData) Error() string {
	n := len(b.faults.List) + b.faults.More
	things := "faults"
	if n == 1 {
		things = "fault"
	}
	return fmt.Sprintf("%s has %d %s; correct what is listed above", b.where, n, things)
}

// load returns the dataset of --data, or the built-in one, which is not checked
// again.
func (p *program) load() (*model.Dataset, error) {
	switch {
	case p.settings.data != "":
		return p.check(p.settings.data)
	case p.shared != nil:
		return p.shared, nil
	}
	d, err := data.Embedded()
	return d, broken(builtIn, err)
}

// check returns the dataset in a folder, or for "" the built-in one, if it has no
// faults.
func (p *program) check(dir string) (*model.Dataset, error) {
	if dir == "" && p.shared != nil {
		return p.shared, nil
	}
	where, files := builtIn, data.Files()
	if dir != "" {
		where, files = fmt.Sprintf("the data package %q", dir), folderFS(dir)
	}
	d, err := data.Load(files)
	if err == nil {
		err = tourFaults(d)
	}
	return d, broken(where, err)
}

const builtIn = "the built-in data package"

// broken returns the error of a data package that has faults.
func broken(where string, err error) error {
	if faults, ok := err.(*data.Faults); ok { //nolint:errorlint // the loader returns nothing else
		return &brokenData{where, faults}
	}
	return err
}

// folderFS returns the files of a folder, which may be somebody else's: links in it
// that lead out of it are not followed. What is wrong with the folder itself is said
// when it is read.
func folderFS(dir string) fs.FS {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return os.DirFS(dir)
	}
	return root.FS() // open while the program runs
}

// tourFaults returns the links of a tour to places that do not exist. Package
// data cannot check them, as it does not import places.
func tourFaults(d *model.Dataset) error {
	var faults data.Faults
	for i, stop := range d.Tour {
		at, err := place.Parse(stop.Link)
		if err == nil {
			err = nav.Check(d, at)
		}
		if err != nil {
			faults.List = append(faults.List, data.Fault{File: "tour.csv", Line: i + 2, Column: len(stop.ID) + 2, Field: "link", Message: err.Error()})
		}
	}
	if len(faults.List) == 0 {
		return nil
	}
	return &faults
}

// print writes a report to stdout.
func (p *program) print(r report.Printable, format report.Format) error {
	return report.Write(p.stdout, r, format, p.options.ascii)
}

// printPlace prints a place.
func (p *program) printPlace(d *model.Dataset, at place.Place, format report.Format) error {
	return p.print(report.Of(d, at, p.options.lang), format)
}
