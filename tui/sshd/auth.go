package sshd

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
)

// version is the identification string. It has no version number, which would
// only help to find old servers.
const version = "SSH-2.0-anhui-tui"

// algorithms returns a short list of modern algorithms. OpenSSH 6.5 and later has
// at least one of each kind.
func algorithms() ssh.Config {
	return ssh.Config{
		KeyExchanges: []string{
			ssh.KeyExchangeMLKEM768X25519, ssh.KeyExchangeCurve25519, "curve25519-sha256@libssh.org",
		},
		Ciphers: []string{
			ssh.CipherChaCha20Poly1305, ssh.CipherAES256GCM, ssh.CipherAES128GCM,
			ssh.CipherAES256CTR, ssh.CipherAES128CTR,
		},
		MACs: []string{ssh.HMACSHA256ETM, ssh.HMACSHA512ETM},
	}
}

// signatures returns the algorithms that a client may prove its key with: none with
// SHA-1, and no DSA.
func signatures() []string {
	return []string{
		ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519, ssh.KeyAlgoSKECDSA256,
		ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521,
		ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512,
	}
}

var (
	errUnauthorized = errors.New("sshd: key not listed")
	errUserName     = errors.New("sshd: user name too long")
)

// admitted accepts every user whose name can be kept for as long as the connection.
func admitted(c ssh.ConnMetadata) (*ssh.Permissions, error) {
	if len(c.User()) > maxUserName {
		return nil, errUserName
	}
	return &ssh.Permissions{}, nil
}

// presenterUser is the name of the user who presents, where that takes a key.
const presenterUser = "present"

// admitWithoutKey accepts every user but the one who has to prove a key.
func (s *Server) admitWithoutKey(c ssh.ConnMetadata) (*ssh.Permissions, error) {
	if s.config.PresenterKeys != nil && c.User() == presenterUser {
		return nil, errUnauthorized
	}
	return admitted(c)
}

// authorize implements ssh.ServerConfig.PublicKeyCallback: it accepts the listed
// keys, for any user name, and those of presenters for theirs. It is called for keys
// that are not proven as well: what it permits counts only in the permissions of the
// connection.
func (s *Server) authorize(c ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
	if c.User() == presenterUser && listed(s.config.PresenterKeys, key) {
		return &ssh.Permissions{Extensions: map[string]string{presenterKey: ssh.FingerprintSHA256(key)}}, nil
	}
	if listed(s.config.Authorized, key) {
		return admitted(c)
	}
	return nil, errUnauthorized
}

// listed reports whether a key is among others.
func listed(keys []ssh.PublicKey, key ssh.PublicKey) bool {
	wire := key.Marshal()
	return slices.ContainsFunc(keys, func(k ssh.PublicKey) bool { return bytes.Equal(k.Marshal(), wire) })
}

// ParseAuthorizedKeys parses an authorized_keys file of OpenSSH. It is an error if
// a key has options, which would not be honored, is a certificate, whose authority
// and time would not count, or is weak; or if there is no key, which would admit
// nobody. Errors name the line.
func ParseAuthorizedKeys(text []byte) ([]ssh.PublicKey, error) {
	var keys []ssh.PublicKey
	for n, line := range bytes.Split(text, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, _, options, _, err := ssh.ParseAuthorizedKey(line)
		if err != nil {
			return nil, fmt.Errorf("line %d is not a key: %w", n+1, err)
		}
		if len(options) > 0 {
			return nil, fmt.Errorf("line %d has options, which are not supported", n+1)
		}
		if why := unfit(key); why != "" {
			return nil, fmt.Errorf("line %d is %s", n+1, why)
		}
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil, errors.New("there is no key in it")
	}
	return keys, nil
}

// minRSA is the length of the shortest RSA key that is accepted, in bits.
const minRSA = 2048

// unfit returns why a key is not to be trusted, or "".
func unfit(key ssh.PublicKey) string {
	switch kind := key.Type(); {
	case strings.Contains(kind, "-cert-"):
		return "a certificate; give the key itself, as in id_ed25519.pub"
	case kind == ssh.KeyAlgoRSA:
		if crypto, ok := key.(ssh.CryptoPublicKey); ok {
			if key, ok := crypto.CryptoPublicKey().(*rsa.PublicKey); ok && key.N.BitLen() >= minRSA {
				return ""
			}
		}
		return fmt.Sprintf("an RSA key of less than %d bits; make one with: ssh-keygen -t ed25519", minRSA)
	case !slices.Contains(signatures(), kind):
		return "a key of type " + kind + "; make one with: ssh-keygen -t ed25519"
	}
	return ""
}

// maxHostKey bounds the size of a host key file, in bytes.
const maxHostKey = 16 << 10

// LoadOrCreateHostKey returns the ed25519 key in the file at path. If there is no
// file it creates one, and its folder, for its owner only, and reports that.
func LoadOrCreateHostKey(path string) (key ssh.Signer, created bool, err error) {
	key, err = loadHostKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = createHostKey(path)
		created = err == nil
		if created || errors.Is(err, fs.ErrExist) { // another server was faster; its key is as good
			key, err = loadHostKey(path)
		}
	}
	if err != nil {
		return nil, false, fmt.Errorf("host key: %w", err)
	}
	return key, created, nil
}

// loadHostKey returns the key in a file that only its owner can access. It does
// not correct the mode of another: somebody may have read it already, and the
// operator should know.
func loadHostKey(path string) (ssh.Signer, error) {
	// Asked before opening: opening a named pipe would wait for its writer.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", path)
	}
	f, err := os.Open(path) //nolint:gosec // the path of the operator
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	if !ownOrRoot(info) {
		return nil, fmt.Errorf("%s belongs to another user; chown it to the one who runs the server", path)
	}
	if mode := folder.Mode(); runtime.GOOS != "windows" && (mode.Perm()&0o022 != 0 && mode&os.ModeSticky == 0 || !ownOrRoot(folder)) {
		return nil, fmt.Errorf("%s lies in a folder where others can put another in its place (mode %04o); "+
			"chmod go-w the folder, and chown it to the one who runs the server", path, mode.Perm())
	}
	if mode := info.Mode().Perm(); runtime.GOOS != "windows" && mode&0o077 != 0 {
		return nil, fmt.Errorf("%s can be read or written by others (mode %04o); "+
			"chmod 600 it, or make a new one if somebody may have read it", path, mode)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxHostKey))
	if err != nil {
		return nil, err
	}
	key, err := ssh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if kind := key.PublicKey().Type(); kind != ssh.KeyAlgoED25519 {
		return nil, fmt.Errorf("%s is of type %s; make one with: ssh-keygen -t ed25519", path, kind)
	}
	return key, nil
}

// createHostKey writes a new key to path. The file appears whole or not at all; an
// existing one is not replaced and the error is [fs.ErrExist].
func createHostKey(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(private, "anhui-tui host key")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".host_key-*") // 0600, and O_EXCL
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it is linked under its name by then
	if err := errors.Join(pem.Encode(f, block), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), path) // fails if there is one, unlike a rename
}
