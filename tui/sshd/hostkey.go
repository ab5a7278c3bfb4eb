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

const maxHostKey = 16 << 10

// LoadOrCreateHostKey reads the key at path, and makes one there if there is
// none. The folder is made too, for its owner only.
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

// loadHostKey reads a private key that nobody but its owner can read. It is
// not made private if it is not: whoever could read it may have done so, and
// the operator should know.
func loadHostKey(path string) (ssh.Signer, error) {
	f, err := os.Open(path) //nolint:gosec // the path of the operator
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", path)
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

// createHostKey writes a new key. The file appears whole or not at all, and
// never replaces another.
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
