package sshd

import "golang.org/x/crypto/ssh"

// version is what the server calls itself: without a number, which would only
// help those who look for old ones.
const version = "SSH-2.0-anhui-tui"

// algorithms are the few that are modern and that every client of the last
// years has.
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
