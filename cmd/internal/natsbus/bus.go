// Package natsbus carries presentations between servers over NATS: plain
// publish and subscribe, nothing stored. One connection a process, and one
// subscription a room.
package natsbus

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/nats-io/nats.go"

	"anhui-tui/model/runes"
)

// Config says how to reach NATS.
type Config struct {
	// URL is nats://host:4222, or tls://host:4222, perhaps with user:password@ or
	// token@, or several with commas between.
	URL         string
	Credentials string // a file of NATS's own: a JWT with its seed, or a seed alone
	CA          string // a file with the certificates that sign the server's; "" for those of the system
	Log         *slog.Logger
}

// Bus is a connection to NATS. It implements present.Bus. While it is down, nothing
// is kept to be sent later: what has changed is repeated anyway.
type Bus struct{ conn *nats.Conn }

// prefix is the beginning of all subjects.
const prefix = "anhui-tui.room."

// The bounds of messages that were received and not looked at yet, of one room.
const (
	maxPending      = 256
	maxPendingBytes = 4 << 20
)

// Connect returns a bus. That the server cannot be reached is no error: it is tried
// again and again. An error is one of the configuration.
func Connect(c Config) (*Bus, error) {
	options, err := c.options()
	if err != nil {
		return nil, err
	}
	conn, err := nats.Connect(c.URL, options...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Redacted(c.URL), err)
	}
	return &Bus{conn}, nil
}

func (c Config) options() ([]nats.Option, error) {
	for one := range strings.SplitSeq(c.URL, ",") {
		u, err := url.Parse(strings.TrimSpace(one))
		if err != nil || u.Host == "" || u.Scheme != "nats" && u.Scheme != "tls" {
			return nil, errors.New("not an address like nats://host:4222 or tls://host:4222")
		}
	}
	log := c.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	say := func(what string) nats.ConnHandler {
		return func(*nats.Conn) { log.Info("bus " + what) }
	}
	warn := func(what string, err error) {
		if err != nil {
			log.Warn("bus "+what, "error", runes.Logged(err.Error()))
		}
	}
	options := []nats.Option{
		nats.Name("anhui-tui"), nats.NoEcho(), nats.Timeout(2 * time.Second),
		nats.RetryOnFailedConnect(true), nats.MaxReconnects(-1), nats.ReconnectWait(500 * time.Millisecond), nats.IgnoreAuthErrorAbort(),
		nats.ReconnectBufSize(-1), // what is old by then is not to be sent
		nats.PingInterval(5 * time.Second), nats.MaxPingsOutstanding(2),
		nats.ConnectHandler(say("connected")), nats.ReconnectHandler(say("connected again")),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) { warn("disconnected", err) }),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { warn("error", err) }),
	}
	if c.CA != "" {
		options = append(options, nats.RootCAs(c.CA))
	}
	if c.Credentials == "" {
		return options, nil
	}
	text, err := os.ReadFile(c.Credentials)
	if err != nil {
		return nil, err
	}
	if bytes.Contains(text, []byte("JWT")) {
		return append(options, nats.UserCredentials(c.Credentials)), nil
	}
	seed, err := nats.NkeyOptionFromSeed(c.Credentials)
	if err != nil {
		return nil, fmt.Errorf("%s is neither a credentials file nor a seed of NATS", c.Credentials)
	}
	return append(options, seed), nil
}

// Redacted returns addresses without their secrets.
func Redacted(addresses string) string {
	var all []string
	for one := range strings.SplitSeq(addresses, ",") {
		if u, err := url.Parse(strings.TrimSpace(one)); err == nil {
			all = append(all, u.Scheme+"://"+u.Host)
		}
	}
	return strings.Join(all, ",")
}

// Publish implements present.Bus.
func (b *Bus) Publish(topic string, message []byte) error {
	return b.conn.Publish(prefix+topic, message)
}

// Subscribe implements present.Bus.
func (b *Bus) Subscribe(topic string, receive func([]byte)) (cancel func(), err error) {
	s, err := b.conn.Subscribe(prefix+topic, func(m *nats.Msg) { receive(m.Data) })
	if err != nil {
		return nil, err
	}
	if err := s.SetPendingLimits(maxPending, maxPendingBytes); err != nil {
		return nil, errors.Join(err, s.Unsubscribe())
	}
	return func() { _ = s.Unsubscribe() }, nil // it ends with the connection at the latest
}

// Close ends the connection.
func (b *Bus) Close() { b.conn.Close() }
