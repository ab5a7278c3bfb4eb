// Command anhui-load measures the cost of serving the dashboard over SSH: it
// opens sessions, presses keys in them as people do, and compares servers.
// README.md has the results. All its traffic stays on 127.0.0.1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
)

// subcommand is one of the commands: its name and arguments, and what it does.
type subcommand struct {
	name, args, does string
	run              func(args []string) error
}

func subcommands() []subcommand {
	return []subcommand{
		{"compare", "", "ours, stock, floor and OpenSSH's sshd side by side", compare},
		{"views", "", "what a key costs in each view, beside the floor", views},
		{"scale", "", "ours alone, from 100 to 10,000 sessions", scale},
		{"run", " ADDRESS", "sessions on a server that is running on 127.0.0.1", run},
		{"attack", "", "hostile clients, and what a viewer and newcomers notice", attack},
		{"present", "", "a presenter and followers, beside a plain fan-out of the same bytes", presenting},
		{"sizing", " FILE", "what many followers take, from what present measured", sizing},
		{"fuzz", "", "random sequences of all a client can do, and those that cost most", fuzz},
		{"tmux", "", "bytes a key, ours and what tmux sends", tmux},
	}
}

func main() {
	if err := dispatch(os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "anhui-load:", err) //nolint:errcheck // there is nowhere else to say it
		os.Exit(1)
	}
}

func dispatch(args []string) error {
	if len(args) == 0 || slices.Contains([]string{"-h", "--help", "help"}, args[0]) {
		return help()
	}
	if args[0] == childCommand {
		return child(args[1:])
	}
	for _, c := range subcommands() {
		if c.name == args[0] {
			return c.run(args[1:])
		}
	}
	return fmt.Errorf("unknown command %q; see --help", args[0])
}

// help says which commands there are.
func help() error {
	fmt.Print("anhui-load measures the dashboard over SSH. All traffic stays on 127.0.0.1.\n\n")
	for _, c := range subcommands() {
		fmt.Printf("  anhui-load %-13s%s\n", c.name+c.args, c.does)
	}
	fmt.Print("\nEach has --help.\n")
	return flag.ErrHelp
}
