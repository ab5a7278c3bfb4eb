package natsbus

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"

	"anhui-tui/tui/present"
	"anhui-tui/tui/present/presenttest"
)

// serve runs a NATS server.
func serve(t *testing.T, o server.Options) *server.Server {
	t.Helper()
	o.Host, o.NoLog, o.NoSigs = "127.0.0.1", true, true
	if o.Port == 0 {
		o.Port = server.RANDOM_PORT
	}
	s, err := server.NewServer(&o)
	if err != nil {
		t.Fatal(err)
	}
	go s.Start()
	if !s.ReadyForConnections(time.Minute) {
		t.Fatal("it does not start")
	}
	t.Cleanup(s.Shutdown)
	return s
}

func connect(t *testing.T, c Config) *Bus {
	t.Helper()
	b, err := Connect(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// with returns the server's address with a user before the host.
func with(s *server.Server, user string) string {
	if user != "" {
		user += "@"
	}
	return strings.Replace(s.ClientURL(), "://", "://"+user, 1)
}

// file writes a file for the test.
func file(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A real server, with each way to log in, is a bus.
func TestBus(t *testing.T) {
	seed, public := user(t)
	ca, certificate := certificates(t)
	credentials, trusted := accounts(t)
	for name, c := range map[string]struct {
		server server.Options
		user   string
		config Config
	}{
		"nobody":      {},
		"password":    {server.Options{Username: "anhui", Password: "p@ss"}, url.UserPassword("anhui", "p@ss").String(), Config{}},
		"token":       {server.Options{Authorization: "secret"}, "secret", Config{}},
		"nkey":        {server.Options{Nkeys: []*server.NkeyUser{{Nkey: public}}}, "", Config{Credentials: file(t, "seed", seed)}},
		"tls":         {server.Options{TLSConfig: certificate, TLSTimeout: 60}, "", Config{CA: file(t, "ca.pem", ca)}},
		"credentials": {trusted, "", Config{Credentials: file(t, "creds", credentials)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, c.server)
			c.config.URL = with(s, c.user)
			presenttest.Bus(t, func(t *testing.T) present.Bus { return connect(t, c.config) })
		})
	}
}

// Whoever does not log in gets nothing, and says so with every message.
func TestNotLoggedIn(t *testing.T) {
	s := serve(t, server.Options{Username: "anhui", Password: "right"})
	b := connect(t, Config{URL: with(s, "anhui:wrong")})
	if err := b.Publish("x", []byte("y")); err == nil {
		t.Error("a message is taken")
	}
}

// When NATS dies and comes back, a presentation goes on by itself.
func TestServerDiesAndComesBack(t *testing.T) {
	s := serve(t, server.Options{})
	port := s.Addr().(*net.TCPAddr).Port
	o := present.Options{Dataset: "1", Moves: 10}
	here, there := present.NewHub(connect(t, Config{URL: s.ClientURL()}), o), present.NewHub(connect(t, Config{URL: s.ClientURL()}), o)
	defer here.Close()
	defer there.Close()
	nobody := func() {}
	host, err := here.Open("", "", present.Shown{Link: "shares"}, nobody)
	if err != nil {
		t.Fatal(err)
	}
	guest := presenttest.Join(t, there, host.Status().Code)
	s.Shutdown()
	presenttest.Eventually(t, "the presenter is told", func() bool { return host.Status().Cut })
	host.Show(present.Shown{Link: "trends"})
	presenttest.Eventually(t, "the presenter is away", func() bool { return guest.Status().Stage == present.StageAway })
	serve(t, server.Options{Port: port})
	presenttest.Eventually(t, "the last move arrives", func() bool {
		st := guest.Status()
		return st.Turn.Link == "trends" && st.Stage == present.StageLive && !host.Status().Cut
	})
}

// A server that is not there yet is no error, a wrong address is; and no message has
// a password in it.
func TestConfig(t *testing.T) {
	connect(t, Config{URL: "nats://127.0.0.1:1"})
	for _, c := range []Config{
		{URL: "host:4222"},
		{URL: "http://u:secret@host"},
		{URL: "nats://"},
		{URL: "nats://u:secret@host:4222,x"},
		{URL: "nats://u:secret@host:4222", Credentials: "/does/not/exist"},
		{URL: "nats://u:secret@host", CA: "/does/not/exist"},
		{URL: "nats://u:secret@host:4222", Credentials: file(t, "none", []byte("nothing"))},
	} {
		if b, err := Connect(c); err == nil {
			t.Errorf("%+v is taken", c)
			b.Close()
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("a secret is told: %v", err)
		}
	}
	if got := Redacted("nats://u:secret@a:1, tls://token@b:2"); got != "nats://a:1,tls://b:2" {
		t.Error(got)
	}
}

// user returns the seed and the public key of a user.
func user(t *testing.T) (seed []byte, public string) {
	t.Helper()
	pair, err := nkeys.CreateUser()
	if err != nil {
		t.Fatal(err)
	}
	seed, _ = pair.Seed()
	public, _ = pair.PublicKey()
	return seed, public
}

// accounts returns the credentials of a user, and a server that trusts who signed
// them.
func accounts(t *testing.T) ([]byte, server.Options) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	operator, err := nkeys.CreateOperator()
	must(err)
	account, err := nkeys.CreateAccount()
	must(err)
	operatorKey, _ := operator.PublicKey()
	accountKey, _ := account.PublicKey()
	accountToken, err := jwt.NewAccountClaims(accountKey).Encode(operator)
	must(err)
	operatorToken, err := jwt.NewOperatorClaims(operatorKey).Encode(operator)
	must(err)
	trusted, err := jwt.DecodeOperatorClaims(operatorToken)
	must(err)
	seed, public := user(t)
	userToken, err := jwt.NewUserClaims(public).Encode(account)
	must(err)
	credentials, err := jwt.FormatUserConfig(userToken, seed)
	must(err)
	resolver := &server.MemAccResolver{}
	must(resolver.Store(accountKey, accountToken))
	return credentials, server.Options{TrustedOperators: []*jwt.OperatorClaims{trusted}, AccountResolver: resolver}
}

// certificates returns a certificate that signs itself, as a file and for a server.
func certificates(t *testing.T) ([]byte, *tls.Config) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(fmt.Errorf("certificate: %w", err))
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), &tls.Config{
		Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12,
	}
}
