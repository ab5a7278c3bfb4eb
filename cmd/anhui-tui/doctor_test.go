//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"anhui-tui/data/datatest"
)

func TestDoctorWithoutTerminal(t *testing.T) {
	code, out, errs := runWith("", []string{"TERM=xterm\x1b[2J-256color", "NO_COLOR=yes", "LANG=zh_CN.GBK"}, "doctor", "--lang", "en")
	if code != exitOK || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	for _, want := range []string{
		"was not queried", "dataset ", "not a terminal", "NO_COLOR=yes", "LANG=zh_CN.GBK", "ASCII only", "80x24", "chosen  none", "--no-mouse",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
	if strings.Contains(out, "\x1b") {
		t.Error("an escape sequence of the environment is printed")
	}
	if _, out, _ := runWith("", nil, "doctor", "--lang", "zh"); !strings.Contains(out, "\u672a\u67e5\u8be2\u7ec8\u7aef") {
		t.Errorf("in Chinese: %s", out)
	}
}

func TestDoctorOverSSH(t *testing.T) {
	d := datatest.Embedded(t)
	var out, errs bytes.Buffer
	code := (&remote{data: d}).Exec(context.Background(), []string{"doctor"}, []string{"TERM=foot"}, strings.NewReader(""), &out, &errs)
	if code != exitOK || !strings.Contains(out.String(), "likely: foot") {
		t.Errorf("exit %d, %s%s", code, out.String(), errs.String())
	}
}

// doctorIn runs doctor in a terminal that answers with answer once it is asked
// the last question, and returns what it prints when it has ended.
func doctorIn(t *testing.T, answer string) string {
	t.Helper()
	cmd := exec.Command(build(t, "."), "doctor")
	cmd.Env = []string{"TERM=xterm-256color", "LANG=en_US.UTF-8"}
	terminal := startInPty(t, cmd, 99, 33)
	hang := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer hang.Stop()
	var seen []byte
	chunk := make([]byte, 4096)
	for answered := false; ; {
		n, err := terminal.Read(chunk)
		seen = append(seen, chunk[:n]...)
		if !answered && bytes.Contains(seen, []byte("\x1b[c")) {
			answered = true
			if _, err := io.WriteString(terminal, answer); err != nil {
				t.Fatal(err)
			}
		}
		if err != nil { // the program has closed its end
			break
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v, after %q", err, seen)
	}
	_, out, _ := strings.Cut(string(seen), "\x1b[c")
	return out
}

func TestDoctorAsks(t *testing.T) {
	t.Parallel()
	const answer = "\x1b[1;3R\x1b[1;3R\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?1002;2$y\x1b[?1006;2$y\x1b[?2026;4$y" +
		"\x1bP>|evil\u202eterm 1.0\x1b\\\x1b[?62;52c"
	out := doctorIn(t, answer)
	for range 5 { // on a busy machine the answer may be later than is waited for
		if !strings.Contains(out, "no answer") {
			break
		}
		out = doctorIn(t, answer)
	}
	for _, want := range []string{
		"was queried", "light, #ffffff", "the light theme", "2 cells", "lines will be misaligned", "99\u00d733", "evilterm 1.0", "found   no",
		"clicks and the wheel", "addresses are links",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
	// What was answered is neither echoed nor printed.
	if strings.ContainsAny(out, "\x1b") {
		t.Errorf("an escape sequence is printed: %q", out)
	}
}

// It waits for a terminal that never answers as long as package probe is
// patient, whose tests hold it to that.
func TestDoctorDoesNotHang(t *testing.T) {
	t.Parallel()
	if out := doctorIn(t, ""); !strings.Contains(out, "no answer") {
		t.Error(out)
	}
}
