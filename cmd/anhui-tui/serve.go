package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"anhui-tui/tui/sshd"
)

// exitListen ends serve when it cannot listen, or not with the host key it has.
const exitListen = 5

func (p *program) serveCommand() *cobra.Command {
	o := newServeOptions()
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the dashboard over SSH",
		Long: `Serve the dashboard over SSH: read-only, to anybody who can connect, or to the
keys of --authorized-keys. Clients get no shell, no files and no forwarding.

Every flag is also an environment variable, ANHUI_TUI_MAX_SESSIONS and so on.
Limits of 0 are switched off where that is safe. SIGTERM warns all users and
stops within --grace; a second SIGTERM stops at once.

Exit codes: 0 ended by a signal, 2 usage, 5 cannot listen or bad host key.`,
		Example: `  anhui-tui serve
  anhui-tui serve --listen :2222 --host-key /etc/anhui-tui/host_key
  anhui-tui serve --listen :2222 --authorized-keys analysts.pub`,
		Args: atMost(0),
	}
	o.addTo(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := o.fromEnvironment(cmd.LocalNonPersistentFlags(), p.env); err != nil {
			return err
		}
		return p.serve(o)
	}
	return cmd
}

// serve runs the server until a signal ends it.
func (p *program) serve(o *serveOptions) error {
	if err := o.checkAddresses(); err != nil {
		return err
	}
	setMemoryLimit(o.limits.Memory())
	config, err := p.serverConfig(o)
	if err != nil {
		return err
	}
	signals := notifySignals() // not before: what was opened may have had to wait, and a signal ends that
	defer signals.stop()
	warnOfDescriptors(config)
	server, err := sshd.New(config)
	if err != nil {
		return usage("%w", err)
	}
	ln, err := net.Listen("tcp", o.listen)
	if err != nil {
		return fail(exitListen, "cannot listen: %w; choose another address with --listen", err)
	}
	side, err := o.listenHTTP()
	if err != nil {
		_ = ln.Close()
		return err
	}
	if side != nil {
		web := server.HTTP()
		go func() {
			if err := web.Serve(side); !errors.Is(err, http.ErrServerClosed) {
				config.Log.Error("side port", "error", err.Error())
			}
		}()
		defer web.Close() //nolint:errcheck // the process ends
	}
	p.welcome(ln.Addr(), side, config.HostKey.PublicKey())
	return p.attend(server, ln, signals, o.grace)
}

// setMemoryLimit has garbage collected before the server takes more than what the
// limits of clients add up to, unless GOMEMLIMIT is set.
func setMemoryLimit(most int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(most)
	}
}

// attend serves until the first signal, drains then, and ends at once with the
// second.
func (p *program) attend(server *sshd.Server, ln net.Listener, signals *serveSignals, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(ln) }()
	select {
	case err := <-failed:
		server.Close()
		return fail(exitListen, "cannot go on listening: %w", err)
	case <-signals.first:
	}
	fmt.Fprintln(p.stderr, "anhui-tui: telling everybody; again to end now") //nolint:errcheck // only a notice
	server.Drain(grace, signals.second)
	return nil
}

// checkAddresses returns an error for what is no address, before anything is made
// or opened for it.
func (o *serveOptions) checkAddresses() error {
	for flag, address := range map[string]string{"listen": o.listen, "http": o.http} {
		if flag == "http" && (address == "" || address == "off") {
			continue
		}
		_, port, err := net.SplitHostPort(address)
		if err == nil {
			_, err = net.LookupPort("tcp", port)
		}
		if err != nil {
			return usage("--%s: %q is not an address and a port, as 127.0.0.1:2222 or :2222", flag, address)
		}
	}
	return nil
}

// listenHTTP listens on the side port, if there is to be one.
func (o *serveOptions) listenHTTP() (net.Listener, error) {
	if o.http == "" || o.http == "off" {
		return nil, nil //nolint:nilnil // there is none
	}
	ln, err := net.Listen("tcp", o.http)
	if err != nil {
		return nil, fail(exitListen, "cannot listen: %w; choose another address with --http, or off", err)
	}
	return ln, nil
}
