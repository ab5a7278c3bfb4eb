//go:build unix && clients

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The tests of clients that nobody here wrote.

func TestClients(t *testing.T) {
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"), generous()...)
	t.Run("openssh", func(t *testing.T) {
		drive(t, exec.Command(need(t, "ssh"), append(sshOptions(s), "-tt", "127.0.0.1")...))
	})
	t.Run("openssh-controlmaster", func(t *testing.T) { controlMaster(t, s) })
	t.Run("openssh-link", func(t *testing.T) {
		out := terminalOutput(t, exec.Command(need(t, "ssh"), append(sshOptions(s), "-tt", "127.0.0.1", "shares")...), "Anhui's share of China", "q")
		givenBack(t, out)
	})
	t.Run("openssh-commands", func(t *testing.T) { commands(t, s) })
	t.Run("dropbear", func(t *testing.T) {
		cmd := exec.Command(need(t, "dbclient"), "-y", "-y", "-t", "-p", s.port(), "analyst@127.0.0.1")
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		drive(t, cmd)
	})
	t.Run("putty", func(t *testing.T) {
		cmd := exec.Command(need(t, "plink"), "-ssh", "-batch", "-no-antispoof", "-t", "-P", s.port(),
			"-hostkey", s.fingerprint, "analyst@127.0.0.1")
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		drive(t, cmd)
	})
	t.Run("paramiko", func(t *testing.T) { script(t, s, python(t, "paramiko"), "paramiko_client.py") })
	t.Run("asyncssh", func(t *testing.T) { script(t, s, python(t, "asyncssh"), "asyncssh_client.py") })
	t.Run("ssh2", func(t *testing.T) {
		node := need(t, "node")
		if out, err := exec.Command(node, "-e", `require("ssh2")`).CombinedOutput(); err != nil {
			missing(t, "npm's ssh2 is not installed, or NODE_PATH does not lead there: "+strings.SplitN(string(out), "\n", 2)[0])
		}
		script(t, s, node, "ssh2_client.js")
	})
	t.Run("ssh-audit", func(t *testing.T) {
		out, err := exec.Command(need(t, "ssh-audit"), "-p", s.port(), "127.0.0.1").CombinedOutput()
		if strings.Contains(string(out), "[fail]") || !strings.Contains(string(out), "curve25519-sha256") {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

// TestHostKeyPrompt has OpenSSH ask 25 people behind one address at once whether
// they know the host key. They compare it for 20 s and all get in. There are
// fewer places for handshakes than people, and no more for their address.
func TestHostKeyPrompt(t *testing.T) {
	const people = 25
	ssh := need(t, "ssh")
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"),
		"--max-preauth", "5", "--per-source", strconv.Itoa(people), "--prompt-timeout", "10m")
	options := append(sshOptions(s), "-o", "StrictHostKeyChecking=ask")
	i := slices.Index(options, "StrictHostKeyChecking=no") // of an option the first counts
	options = slices.Delete(options, i-1, i+1)
	connect := func() (*exec.Cmd, *console) {
		cmd := exec.Command(ssh, append(options, "-tt", "127.0.0.1")...)
		return cmd, newConsole(t, cmd)
	}
	cmds, consoles := make([]*exec.Cmd, people), make([]*console, people)
	for i := range people {
		cmds[i], consoles[i] = connect()
		consoles[i].wait(0, "continue connecting (yes/no")
		if out := consoles[i].out.String(); !strings.Contains(out, s.fingerprint) {
			t.Errorf("they cannot compare %s: %q", s.fingerprint, out)
		}
	}
	one, refused := connect()
	if err := one.Wait(); err == nil || strings.Contains(refused.out.String(), "continue connecting") {
		t.Errorf("one more than may be is not refused: %q", refused.out.String())
	}
	time.Sleep(20 * time.Second)
	for i, c := range consoles {
		at := len(c.out.String())
		c.send("yes\r")
		c.wait(at, "Overview")
		c.send("q")
		if err := cmds[i].Wait(); err != nil {
			t.Errorf("%v: %q", err, c.out.String())
		}
	}
}

// TestKnownHosts has OpenSSH know the server by the line it prints.
func TestKnownHosts(t *testing.T) {
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"))
	out, err := exec.Command(need(t, "ssh"), "-F", "none", "-p", s.port(), "-o", "StrictHostKeyChecking=yes", //nolint:gosec // a test
		"-o", "UserKnownHostsFile="+s.knownHosts(), "-o", "GlobalKnownHostsFile=none", "127.0.0.1", "version").CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// sshOptions connect OpenSSH to a server without a look at the user's files.
func sshOptions(s *server) []string {
	return []string{
		"-F", "none", "-p", s.port(), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
		"-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "IdentityFile=none",
	}
}

// python is an interpreter with a module: Debian's, if another one is first.
func python(t *testing.T, module string) string {
	t.Helper()
	for _, p := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(p, "-c", "import "+module).Run() == nil { //nolint:gosec // constants
			return p
		}
	}
	missing(t, module+" is not installed")
	return ""
}

// script runs a client that is a script: it exits with the session's status
// and prints what the session did.
func script(t *testing.T, s *server, interpreter, name string) {
	t.Helper()
	cmd := exec.Command(interpreter, filepath.Join("testdata", "clients", name), s.port())
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	givenBack(t, string(out))
}

// console is a pseudo-terminal with a client in it.
type console struct {
	t    *testing.T
	file *os.File
	out  logBuffer
	done chan struct{}
}

func newConsole(t *testing.T, cmd *exec.Cmd) *console {
	t.Helper()
	if cmd.Env == nil {
		cmd.Env = os.Environ()
	}
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	f := startInPty(t, cmd, 80, 24)
	c := &console{t: t, file: f, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		_, _ = io.Copy(&c.out, f)
	}()
	return c
}

// wait waits for words that are shown after what was shown before.
func (c *console) wait(from int, words string) int {
	c.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if out := c.out.String(); strings.Contains(out[from:], words) {
			return len(out)
		}
	}
	c.t.Fatalf("no %q: %q", words, c.out.String()[from:])
	return 0
}

func (c *console) send(keys string) {
	c.t.Helper()
	if _, err := c.file.WriteString(keys); err != nil {
		c.t.Fatal(err)
	}
}

// drive does with a client what everybody does: look at the Overview, change
// the size, change the tab, quit.
func drive(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	c := newConsole(t, cmd)
	at := c.wait(0, "Overview")
	if err := resizePty(c.file, 100, 30); err != nil {
		t.Fatal(err)
	}
	at = c.wait(at, "\x1b[30;")
	c.send("2")
	c.wait(at, "Anhui's share of China")
	c.send("q")
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %q", err, c.out.String())
	}
	<-c.done
	givenBack(t, c.out.String())
}

// terminalOutput runs a client in a terminal, waits for words, sends keys, and
// returns all it has shown.
func terminalOutput(t *testing.T, cmd *exec.Cmd, words, keys string) string {
	t.Helper()
	c := newConsole(t, cmd)
	c.wait(0, words)
	c.send(keys)
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %q", err, c.out.String())
	}
	<-c.done
	return c.out.String()
}

// controlMaster has several sessions on one connection, which stays open when
// they have ended.
func controlMaster(t *testing.T, s *server) {
	t.Helper()
	ssh := need(t, "ssh")
	socket := filepath.Join(t.TempDir(), "s")
	options := append(sshOptions(s), "-o", "ControlPath="+socket)
	master := exec.Command(ssh, append(options, "-M", "-N", "127.0.0.1")...)
	if err := master.Start(); err != nil {
		t.Fatal(err)
	}
	defer master.Process.Kill() //nolint:errcheck // it may have ended
	eventually(t, "master", func() bool { _, err := os.Stat(socket); return err == nil })
	drive(t, exec.Command(ssh, append(options, "-tt", "127.0.0.1")...))
	drive(t, exec.Command(ssh, append(options, "-tt", "127.0.0.1")...))
	out, err := exec.Command(ssh, append(options, "127.0.0.1", "show", "shares")...).Output()
	if err != nil || len(out) == 0 {
		t.Errorf("%v: %q", err, out)
	}
}

// commands holds commands over SSH to print what they print at home, byte for
// byte, with the same exit code.
func commands(t *testing.T, s *server) {
	t.Helper()
	ssh := need(t, "ssh")
	for _, line := range []string{
		"show shares --format csv", "show", "shares", "show 'shares?scope=world' --format json", "list figures",
		"cite pv-revenue-2023 --style bibtex", "export -", "check", "show nonsense", "list nonsense",
		"show trends --lang zh",
	} {
		remote := exec.Command(ssh, append(sshOptions(s), "127.0.0.1", line)...)
		var remoteErr, localErr, local bytes.Buffer
		remote.Stderr = &remoteErr
		out, _ := remote.Output() // the exit code is compared below
		words := strings.Fields(strings.ReplaceAll(line, "'", ""))
		code := run(words, strings.NewReader(""), &local, &localErr, []string{"LANG=en_US.UTF-8"})
		if !bytes.Equal(out, local.Bytes()) || remote.ProcessState.ExitCode() != code {
			t.Errorf("%s: exit %d, at home %d; %d bytes, at home %d; %s", line, remote.ProcessState.ExitCode(), code,
				len(out), local.Len(), remoteErr.String())
		}
		if remoteErr.String() != localErr.String() {
			t.Errorf("%s: stderr %q, at home %q", line, remoteErr.String(), localErr.String())
		}
	}
	var local bytes.Buffer
	run([]string{"--version"}, strings.NewReader(""), &local, io.Discard, nil)
	for line, want := range map[string]string{"version": local.String(), "help": "Usage:"} {
		out, err := exec.Command(ssh, append(sshOptions(s), "127.0.0.1", line)...).Output()
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%s: %v, %q", line, err, out)
		}
	}
	plain := exec.Command(ssh, append(sshOptions(s), "-T", "127.0.0.1")...)
	var hint bytes.Buffer
	plain.Stderr = &hint
	out, err := plain.Output()
	if err != nil || bytes.Contains(out, []byte("\x1b")) || !strings.Contains(hint.String(), "the same ssh command with -t") {
		t.Errorf("%v, %q", err, hint.String())
	}
	for _, secret := range []string{"export /tmp/x", "check /etc", "verify x --text /etc/passwd", "show --data /etc", "serve", "man", "completion bash"} {
		out, err := exec.Command(ssh, append(sshOptions(s), "127.0.0.1", secret)...).Output()
		if err == nil || len(out) > 0 {
			t.Errorf("%s: %v, %q", secret, err, out)
		}
	}
}
