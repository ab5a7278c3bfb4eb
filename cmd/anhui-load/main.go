// Command anhui-load measures the cost of serving the dashboard over SSH: it
// opens sessions, presses keys in them as people do, and compares servers.
// README.md has the results. All its traffic stays on 127.0.0.1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

const help = `anhui-load measures the dashboard over SSH. All traffic stays on 127.0.0.1.

  anhui-load compare      ours, stock, floor and OpenSSH's sshd side by side
  anhui-load views        what a key costs in each view, beside the floor
  anhui-load scale        ours alone, from 100 to 10,000 sessions
  anhui-load run ADDRESS  sessions on a server that is running on 127.0.0.1
  anhui-load attack       hostile clients, and what a viewer and newcomers notice
  anhui-load present      a presenter and followers, beside a plain fan-out of the same bytes
  anhui-load sizing FILE  what many followers take, from what present measured
  anhui-load fuzz         random sequences of all a client can do, and those that cost most
  anhui-load tmux         bytes a key, ours and what tmux sends

Each has --help.
`

func main() {
	if err := dispatch(os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "anhui-load:", err) //nolint:errcheck // there is nowhere else to say it
		os.Exit(1)
	}
}

func dispatch(args []string) error {
	if len(args) == 0 {
		fmt.Print(help)
		return flag.ErrHelp
	}
	switch name, rest := args[0], args[1:]; name {
	case "compare":
		return compare(rest)
	case "views":
		return views(rest)
	case "scale":
		return scale(rest)
	case "run":
		return run(rest)
	case "attack":
		return attack(rest)
	case "present":
		return presenting(rest)
	case "sizing":
		return sizing(rest)
	case "fuzz":
		return fuzz(rest)
	case "tmux":
		return tmux(rest)
	case childCommand:
		return child(rest)
	case "-h", "--help", "help":
		fmt.Print(help)
		return nil
	default:
		return fmt.Errorf("unknown command %q; see --help", name)
	}
}
