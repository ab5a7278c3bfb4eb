package main

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/tui/report"
)

// versions say what a program was built from. A field is empty if that is not known.
type versions struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"`
	Date     string `json:"date,omitempty"` // of the commit, RFC 3339
	Modified bool   `json:"modified"`       // whether files differed from the commit's
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Dataset  string `json:"dataset"` // its version
	AsOf     string `json:"as_of"`   // the dataset's
}

// archived is what git wrote into a source archive: the commit, its date, and the
// version of a tag, if there is one. In a clone it is a format of git's.
//
//go:embed archived.txt
var archived string

// newVersions returns what info says, and of a commit that it does not know what
// a source archive says; without the dataset. Info may be nil.
func newVersions(info *debug.BuildInfo, archived string) versions {
	v := versions{Version: "unknown", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if info == nil {
		return v
	}
	v.Version = cmp.Or(info.Main.Version, v.Version)
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.time":
			v.Date = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	if words := strings.Fields(archived); v.Commit == "" && len(words) >= 2 && !strings.HasPrefix(archived, "$") {
		v.Commit, v.Date = words[0], words[1]
		if len(words) == 3 {
			v.Version = words[2]
		}
	}
	return v
}

// String returns v in lines of a name and a value.
func (v versions) String() string {
	commit := cmp.Or(v.Commit, "unknown")
	if v.Modified {
		commit += ", modified"
	}
	return fmt.Sprintf("anhui-tui version %s\ncommit   %s\ndate     %s\ngo       %s %s\ndataset  %s as of %s\n",
		v.Version, commit, cmp.Or(v.Date, "unknown"), v.Go, v.Platform, v.Dataset, v.AsOf)
}

// line returns v in one line.
func (v versions) line() string {
	return fmt.Sprintf("%s, %s %s, dataset %s as of %s", v.Version, v.Go, v.Platform, v.Dataset, v.AsOf)
}

// versions returns what this program was built from, and the dataset it has.
func (p *program) versions() (versions, error) {
	d, err := p.load()
	if err != nil {
		return versions{}, err
	}
	info, _ := debug.ReadBuildInfo()
	v := newVersions(info, archived)
	v.Dataset, v.AsOf = d.Version, d.AsOf
	return v, nil
}

func (p *program) versionCommand() *cobra.Command {
	format := &enumFlag{string(report.Text), []string{string(report.Text), string(report.JSON)}}
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and the dataset",
		Long: `Print the version of the program, the commit and its date, the version of Go, and
the version of the dataset. The flag --version prints the same.`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error { return p.printVersion(report.Format(format.value)) },
	}
	cmd.Flags().Var(format, "format", "format of the output")
	mustComplete(cmd, "format", format.complete)
	return cmd
}

// printVersion prints the versions as text or JSON.
func (p *program) printVersion(format report.Format) error {
	v, err := p.versions()
	if err != nil {
		return err
	}
	if format == report.JSON {
		e := json.NewEncoder(p.stdout)
		e.SetIndent("", "  ")
		return e.Encode(v)
	}
	_, err = fmt.Fprint(p.stdout, v)
	return err
}
