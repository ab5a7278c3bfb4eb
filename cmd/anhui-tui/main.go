// Command anhui-tui is the dashboard of the emerging industries of Anhui and
// the command line of its dataset. This package has flags and wiring only.
package main

import (
	"os"

	"anhui-tui/cmd/anhui-tui/internal/early"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, early.Environ())) }
