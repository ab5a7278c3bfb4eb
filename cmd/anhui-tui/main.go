// Command anhui-tui is the dashboard of the emerging industries of Anhui, and
// the command line to its dataset. Here are flags and wiring only.
package main

import (
	"os"

	_ "anhui-tui/cmd/anhui-tui/internal/narrow" // for its side effect, see there
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ())) }
