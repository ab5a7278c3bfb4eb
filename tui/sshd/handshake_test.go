package sshd

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/binary"
	"encoding/pem"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"
)

// greet exchanges versions, and returns that of the server and the packet with
// its algorithms.
func greet(t *testing.T, c net.Conn) (version string, packet []byte) {
	t.Helper()
	_, _ = io.WriteString(c, "SSH-2.0-test\r\n")
	r := bufio.NewReader(c)
	version, err := r.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	length, err := r.Peek(4)
	if err != nil {
		t.Fatal(err)
	}
	packet = make([]byte, 4+binary.BigEndian.Uint32(length))
	if _, err := io.ReadFull(r, packet); err != nil {
		t.Fatal(err)
	}
	return version, packet
}

// TestAlgorithms pins what the server offers, strict key exchange among it.
func TestAlgorithms(t *testing.T) {
	f := serveTCP(t)
	c := f.raw()
	defer c.Close() //nolint:errcheck // the test is over
	line, packet := greet(t, c)
	if line != "SSH-2.0-anhui-tui\r\n" {
		t.Errorf("version %q", line)
	}
	body := packet[5+17 : len(packet)-int(packet[4])] // lengths, message type and cookie, padding
	got := make([][]string, 0, 10)
	for range 10 {
		n := binary.BigEndian.Uint32(body)
		got = append(got, strings.Split(string(body[4:4+n]), ","))
		body = body[4+n:]
	}
	ciphers := []string{"chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "aes256-ctr", "aes128-ctr"}
	macs := []string{"hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com"}
	want := [][]string{
		{"mlkem768x25519-sha256", "curve25519-sha256", "curve25519-sha256@libssh.org", "kex-strict-s-v00@openssh.com"},
		{"ssh-ed25519"},
		ciphers, ciphers, macs, macs,
		{"none"},
		{"none"},
		{""},
		{""},
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("list %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func newSigner(t *testing.T) ssh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAuthorizedKeys(t *testing.T) {
	listed, stranger := newSigner(t), newSigner(t)
	keys, err := ParseAuthorizedKeys(append([]byte("# analysts\n\n"), ssh.MarshalAuthorizedKey(listed.PublicKey())...))
	if err != nil {
		t.Fatal(err)
	}
	f := serveTCP(t, func(c *Config) { c.Authorized = keys })
	for name, auth := range map[string]ssh.AuthMethod{
		"stranger": ssh.PublicKeys(stranger),
		"password": ssh.Password("secret"),
		"nothing":  nil,
	} {
		methods := []ssh.AuthMethod{}
		if auth != nil {
			methods = append(methods, auth)
		}
		if c, err := f.tryDial(f.raw(), methods...); err == nil {
			t.Errorf("%s was let in", name)
			_ = c.Close()
		}
	}
	c, err := f.tryDial(f.raw(), ssh.PublicKeys(listed))
	if err != nil {
		t.Fatal(err)
	}
	c.exec("env").exit(0)
	_ = c.Close()
	line := string(ssh.MarshalAuthorizedKey(listed.PublicKey()))
	for _, bad := range []string{"", "# nothing\n", "garbage\n", `command="x" ` + line} {
		if _, err := ParseAuthorizedKeys([]byte(bad)); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

// TestNobodyIsAsked pins that the open server takes no key and no password, so
// that it never learns one.
func TestNobodyIsAsked(t *testing.T) {
	f := serveTCP(t)
	asked := false
	c, err := f.tryDial(f.raw(), ssh.PasswordCallback(func() (string, error) {
		asked = true
		return "secret", nil
	}))
	if err != nil || asked {
		t.Errorf("asked for a password: %v, %v", asked, err)
	}
	_ = c.Close()
}

func TestHostKey(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "state", "host_key")
	key, created, err := LoadOrCreateHostKey(path)
	if err != nil || !created {
		t.Fatal(created, err)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	again, created, err := LoadOrCreateHostKey(path)
	if err != nil || created || !bytes.Equal(again.PublicKey().Marshal(), key.PublicKey().Marshal()) {
		t.Errorf("another key: %v, %v", created, err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	for _, mode := range []os.FileMode{0o640, 0o604, 0o620, 0o644, 0o777} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if _, _, err := LoadOrCreateHostKey(path); err == nil || !strings.HasPrefix(err.Error(), "host key: "+path) {
			t.Errorf("mode %v: %v", mode, err)
		}
		if info, _ := os.Stat(path); info.Mode().Perm() != mode {
			t.Errorf("mode was changed to %v", info.Mode())
		}
	}
	if _, _, err := LoadOrCreateHostKey(dir); err == nil {
		t.Errorf("a folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bad"), []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := LoadOrCreateHostKey(filepath.Join(dir, "bad")); err == nil {
		t.Errorf("no key: %v", err)
	}
}

func TestHostKeyType(t *testing.T) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := LoadOrCreateHostKey(path); err == nil {
		t.Errorf("ecdsa: %v", err)
	}
}

// TestHostKeyRace has several servers make the same key at once: all end up
// with the one that was first.
func TestHostKeyRace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_key")
	keys := make(chan string)
	for range 8 {
		go func() {
			key, _, err := LoadOrCreateHostKey(path)
			if err != nil {
				keys <- err.Error()
				return
			}
			keys <- ssh.FingerprintSHA256(key.PublicKey())
		}()
	}
	first := <-keys
	for range 7 {
		if other := <-keys; other != first {
			t.Errorf("%s and %s", first, other)
		}
	}
}

// prompted connects as somebody does who compares the host key for some time,
// of which OpenSSH makes a pause in the middle of the handshake.
func (f *fixture) prompted(from string, compare time.Duration) (*client, error) {
	f.t.Helper()
	asked := false
	c, _, reqs, err := ssh.NewClientConn(f.rawFrom(from), "anhui", &ssh.ClientConfig{
		Config: ssh.Config{RekeyThreshold: 1}, // as often as the library lets it
		HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error {
			if !asked { // not again for other keys of the connection
				asked = true
				time.Sleep(compare)
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	go ssh.DiscardRequests(reqs)
	return &client{Conn: c, f: f}, nil
}

func tripPromptTimeout(t *testing.T) {
	bubble(t, reasonPromptTimeout, func(f *fixture) {
		gone := make(chan error)
		go func() {
			_, err := f.prompted(home, 2*time.Minute)
			gone <- err
		}()
		time.Sleep(59 * time.Second)
		if n := f.trips(reasonPromptTimeout) + f.trips(reasonHandshakeTimeout); n != 0 || f.server.capacity.load().conns != 1 {
			t.Errorf("cut off too early, for %d limits", n)
		}
		time.Sleep(2 * time.Second)
		if n := f.server.capacity.load().conns; n != 0 {
			t.Errorf("%d connections are still there", n)
		}
		if err := <-gone; err == nil {
			t.Error("let in after two minutes")
		}
	})
}

// TestPrompt has a whole seminar behind one address compare the host key at
// once. All come in, and stay; while they compare others connect as ever, but
// nobody more from their address.
func TestPrompt(t *testing.T) {
	const seminar = 25
	inMemory(t, func(t *testing.T, f *fixture) {
		renderer := make(chan *clientSession, seminar)
		for range seminar {
			go func() {
				c, err := f.prompted(home, 20*time.Second)
				if err != nil {
					t.Error(err)
					renderer <- nil
					return
				}
				renderer <- c.session().pty("xterm-256color", 80, 24).shell()
			}()
			synctest.Wait()
		}
		if got, want := f.server.capacity.load(), (load{conns: seminar}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		refusedConnection(t, f, home, reasonPerSource)
		other := f.dialFrom("192.0.2.2")
		other.session().pty("xterm-256color", 80, 24).shell().wait("Overview")
		_ = other.Close()

		in := make([]*clientSession, 0, seminar)
		for range seminar {
			if v := <-renderer; v != nil {
				v.wait("Overview")
				in = append(in, v)
			}
		}
		for range 5 { // minutes, with new keys for the connection, which are no new prompt
			for _, v := range in {
				v.send("j")
			}
			time.Sleep(time.Minute)
		}
		for _, v := range in {
			v.send("q")
			v.exit(0)
		}
	}, limit(func(l *Limits) { l.MaxPreAuth, l.PerSource = 3, seminar }))
}

// TestWeakKeys lets nobody in by what OpenSSH calls weak, or by a certificate whose
// authority and time would not count.
func TestWeakKeys(t *testing.T) {
	signer := func(key any) ssh.Signer {
		s, err := ssh.NewSignerFromKey(key)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	rsaKey := func(bits int) *rsa.PrivateKey {
		t.Setenv("GODEBUG", "rsa1024min=0")
		key, err := rsa.GenerateKey(rand.Reader, bits)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	strong, plain := signer(rsaKey(2048)), newSigner(t)
	cert := &ssh.Certificate{Key: plain.PublicKey(), CertType: ssh.UserCert, ValidPrincipals: []string{"analyst"}, ValidBefore: 1}
	if err := cert.SignCert(rand.Reader, newSigner(t)); err != nil {
		t.Fatal(err)
	}
	for want, key := range map[string]ssh.PublicKey{
		"line 1 is an RSA key of less than 2048 bits": signer(rsaKey(1024)).PublicKey(),
		"line 1 is a certificate":                     cert,
	} {
		if _, err := ParseAuthorizedKeys(ssh.MarshalAuthorizedKey(key)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	keys, err := ParseAuthorizedKeys(ssh.MarshalAuthorizedKey(strong.PublicKey()))
	if err != nil {
		t.Fatal(err)
	}
	f := serveTCP(t, func(c *Config) { c.Authorized = keys })
	for algorithm, in := range map[string]bool{ssh.KeyAlgoRSA: false, ssh.KeyAlgoRSASHA256: true, ssh.KeyAlgoRSASHA512: true} {
		as, err := ssh.NewSignerWithAlgorithms(strong.(ssh.AlgorithmSigner), []string{algorithm})
		if err != nil {
			t.Fatal(err)
		}
		c, err := f.tryDial(f.raw(), ssh.PublicKeys(as))
		if (err == nil) != in {
			t.Errorf("%s: %v", algorithm, err)
		}
		if c != nil {
			_ = c.Close()
		}
	}
}
