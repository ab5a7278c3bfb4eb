// Package early keeps libraries from deciding by the environment what the program
// decides, while they are initialised and before main begins.
//
// RUNEWIDTH_EASTASIAN would make characters of ambiguous width (lines, blocks,
// quotation marks) two cells wide, which every frame counts as one. Lip Gloss finds
// out the colours of stdout, for a writer that is not used here: from terminfo, and in
// tmux by running it. With NO_COLOR it asks neither.
//
// Packages are initialised in the order of their import paths once what they import
// is. This one imports no more than they do and comes first in that order; tests of
// the built binary keep that true.
package early

import "os"

//nolint:gochecknoglobals // read before main, given back by it
var (
	_               = os.Unsetenv("RUNEWIDTH_EASTASIAN")
	noColor, wasSet = os.LookupEnv("NO_COLOR")
	_               = os.Setenv("NO_COLOR", "1")
)

// Environ gives NO_COLOR back and returns the environment.
func Environ() []string {
	if wasSet {
		_ = os.Setenv("NO_COLOR", noColor)
	} else {
		_ = os.Unsetenv("NO_COLOR")
	}
	return os.Environ()
}
