package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"anhui-tui/model/suggest"
)

// configFile is the file of settings that hold unless a flag or a variable says
// otherwise. It is read, and never written: it is the user's.
//
//	# comments, and lines of a flag and its value
//	lang = zh
//	theme = light
//	no-mouse = true
type configFile struct {
	name     string   // of the file; "" if there is no folder for it
	settings []string // the lines that are settings: "lang = zh"
}

// maxConfig is the length of the longest file of settings that is read, in bytes.
const maxConfig = 64 << 10

// configName returns the name of the file of settings, "" if the environment names
// no folder for it. It is that of [os.UserConfigDir], of an environment.
func configName(e env, system string) string {
	dir := ""
	switch system {
	case "windows":
		dir = e["AppData"]
	case "darwin":
		if home := e["HOME"]; home != "" {
			dir = filepath.Join(home, "Library", "Application Support")
		}
	default:
		if dir = e["XDG_CONFIG_HOME"]; dir == "" && e["HOME"] != "" {
			dir = filepath.Join(e["HOME"], ".config")
		}
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, "anhui-tui", "config")
}

// readConfig reads the settings of the user's file, and sets those flags from it
// that nothing has set before. A file that is not there has no settings.
func readConfig(flags *pflag.FlagSet, e env) (configFile, error) {
	c := configFile{name: configName(e, runtime.GOOS)}
	if c.name == "" {
		return c, nil
	}
	text, err := readSmall(c.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, nil
	case err != nil:
		return c, usage("%s: %v", c.name, err)
	}
	given := map[string]bool{} // by a flag or a variable, or in a line before
	flags.VisitAll(func(f *pflag.Flag) { given[f.Name] = f.Changed })
	lines := map[string]int{}
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch f := flags.Lookup(name); {
		case !ok:
			err = fmt.Errorf("%q is not of the form flag = value", line)
		case f == nil || name == "help":
			err = unknownSetting(flags, name)
		case lines[name] > 0:
			err = fmt.Errorf("%s is set in line %d already", name, lines[name])
		case !given[name]:
			err = flags.Set(name, value)
		default: // by a flag, for which it need not be right
		}
		if err != nil {
			return c, usage("%s:%d: %s", c.name, number, strings.TrimPrefix(reason(err), "--"))
		}
		lines[name] = number
		c.settings = append(c.settings, name+" = "+value)
	}
	return c, nil
}

// unknownSetting returns the error of a name that is no flag.
func unknownSetting(flags *pflag.FlagSet, name string) error {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			names = append(names, f.Name)
		}
	})
	slices.Sort(names)
	hint := ""
	if near := suggest.Nearest(name, names); len(near) > 0 {
		hint = "; did you mean " + near[0] + "?"
	}
	return fmt.Errorf("there is no setting %q%s (they are %s)", name, hint, strings.Join(names, ", "))
}

// readSmall returns the text of a regular file.
func readSmall(name string) (string, error) {
	info, err := os.Stat(name) // before opening, which would wait for the writer of a named pipe
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", err
	case err != nil:
		return "", withoutPath(err)
	case !info.Mode().IsRegular():
		return "", errors.New("is not a regular file")
	}
	f, err := os.Open(name) //nolint:gosec // the user's own
	if err != nil {
		return "", withoutPath(err)
	}
	defer f.Close() //nolint:errcheck // only read
	text, err := io.ReadAll(io.LimitReader(f, maxConfig+1))
	switch {
	case err != nil:
		return "", withoutPath(err)
	case len(text) > maxConfig:
		return "", fmt.Errorf("is longer than %d KiB", maxConfig>>10)
	}
	return string(text), nil
}

// withoutPath returns what went wrong with a file that is named beside it.
func withoutPath(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
