package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"time"

	"golang.org/x/crypto/ssh"
)

// errNoSSHD is returned if OpenSSH's sshd is not installed.
var errNoSSHD = errors.New("sshd is not installed")

const sshdConfig = `ListenAddress 127.0.0.1:%d
HostKey %[2]s/host
AuthorizedKeysFile %[2]s/client.pub
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 1000
PrintMotd no
ForceCommand %[3]s child local
`

// startSSHD starts sshd so that each login runs the dashboard as a program of
// its own. It generates the host key and the only key that can log in.
func startSSHD() (*process, []ssh.AuthMethod, string, error) {
	path, err := exec.LookPath("/usr/sbin/sshd")
	if err != nil {
		return nil, nil, "", errNoSSHD
	}
	self, err := os.Executable()
	if err != nil {
		return nil, nil, "", err
	}
	dir, err := os.MkdirTemp("", "anhui-load")
	if err != nil {
		return nil, nil, "", err
	}
	if err := writeKey(filepath.Join(dir, "host"), nil); err != nil {
		return nil, nil, dir, err
	}
	var signer ssh.Signer
	if err := writeKey(filepath.Join(dir, "client"), &signer); err != nil {
		return nil, nil, dir, err
	}
	public := ssh.MarshalAuthorizedKey(signer.PublicKey())
	port, err := freePort()
	if err != nil {
		return nil, nil, dir, err
	}
	config := filepath.Join(dir, "config")
	err = errors.Join(
		os.WriteFile(filepath.Join(dir, "client.pub"), public, 0o600),
		os.WriteFile(config, fmt.Appendf(nil, sshdConfig, port, dir, self), 0o600),
	)
	if err != nil {
		return nil, nil, dir, err
	}
	cmd := exec.Command(path, "-D", "-e", "-f", config)    //nolint:gosec // the system's sshd
	cmd.Stderr, err = os.Create(filepath.Join(dir, "log")) //nolint:gosec // in our own folder
	if err != nil {
		return nil, nil, dir, err
	}
	if os.Getuid() == 0 {
		_ = os.MkdirAll("/run/sshd", 0o755) //nolint:gosec // where sshd wants it; else it says so
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, dir, err
	}
	s := &process{cmd: cmd, address: fmt.Sprintf("127.0.0.1:%d", port)}
	return s, []ssh.AuthMethod{ssh.PublicKeys(signer)}, dir, awaitPort(s.address)
}

// loginName returns the user to log in as, the one that sshd runs as.
func loginName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "root"
}

func writeKey(path string, signer *ssh.Signer) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	if signer != nil {
		if *signer, err = ssh.NewSignerFromKey(private); err != nil {
			return err
		}
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		return err
	}
	return os.WriteFile(path, pem.EncodeToMemory(block), 0o600)
}

func freePort() (int, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer ln.Close() //nolint:errcheck // nobody connected
	addr, _ := ln.Addr().(*net.TCPAddr)
	return addr.Port, nil
}

func awaitPort(address string) error {
	var err error
	for range 50 {
		var c net.Conn
		if c, err = net.DialTimeout("tcp", address, time.Second); err == nil {
			return c.Close()
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}
