package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/crypto/ssh"
)

// ErrHostKey is wrapped by the errors of [LoadHostKey] and [CreateHostKey].
var ErrHostKey = errors.New("host key")

const maxHostKey = 16 << 10

// LoadHostKey reads a private key that nobody but its owner can read. It is
// not made private if it is not: whoever could read it may have done so, and
// the operator should know.
func LoadHostKey(path string) (ssh.Signer, error) {
	f, err := os.Open(path) //nolint:gosec // the path of the operator
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s is not a file", ErrHostKey, path)
	}
	if mode := info.Mode().Perm(); runtime.GOOS != "windows" && mode&0o077 != 0 {
		return nil, fmt.Errorf("%w: %s can be read or written by others (mode %04o); "+
			"chmod 600 it, or make a new one if somebody may have read it", ErrHostKey, path, mode)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxHostKey))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	key, err := ssh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrHostKey, path, err)
	}
	if kind := key.PublicKey().Type(); kind != ssh.KeyAlgoED25519 {
		return nil, fmt.Errorf("%w: %s is of type %s; make one with: ssh-keygen -t ed25519", ErrHostKey, path, kind)
	}
	return key, nil
}

// LoadOrCreateHostKey reads the key at path, and makes one there if there is
// none. The folder is made too, for its owner only.
func LoadOrCreateHostKey(path string) (key ssh.Signer, created bool, err error) {
	key, err = LoadHostKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return key, false, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	err = createHostKey(path)
	if errors.Is(err, fs.ErrExist) {
		err = nil // another server was faster; its key is as good
	} else if err == nil {
		created = true
	}
	if err != nil {
		return nil, false, err
	}
	key, err = LoadHostKey(path)
	return key, created, err
}

// createHostKey writes a new key. The file appears whole or not at all, and
// never replaces another.
func createHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	block, err := ssh.MarshalPrivateKey(private, "anhui-tui host key")
	if err != nil {
		return fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".host_key-*") // 0600, and O_EXCL
	if err != nil {
		return fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it is linked under its name by then
	err = errors.Join(pem.Encode(f, block), f.Sync(), f.Close())
	if err == nil {
		err = os.Link(f.Name(), path) // fails if there is one, unlike a rename
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrHostKey, err)
	}
	return nil
}
