package sshd

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/crypto/ssh"
)

var errUnauthorized = errors.New("sshd: key not listed")

// authorize lets in whoever has one of the listed keys, under any name.
func (s *Server) authorize(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
	wire := key.Marshal()
	for _, k := range s.config.Authorized {
		if bytes.Equal(k.Marshal(), wire) {
			return &ssh.Permissions{}, nil
		}
	}
	return nil, errUnauthorized
}

// ParseAuthorizedKeys reads a file of keys as OpenSSH has it. Options before a
// key are refused: they would promise restrictions that are not kept here. A
// file without any key is refused as well, because it would let nobody in.
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
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil, errors.New("there is no key in it")
	}
	return keys, nil
}
