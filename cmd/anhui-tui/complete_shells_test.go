//go:build unix && clients

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"anhui-tui/tui/place"
)

// The shells as somebody uses them: a word is begun, and Tab is pressed.
func TestCompletionInShells(t *testing.T) {
	const bashCompletion = "/usr/share/bash-completion/bash_completion"
	folder := t.TempDir()
	if err := os.Symlink(build(t, "."), filepath.Join(folder, "anhui-tui")); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ shell, arguments, start string }{
		"bash":            {"bash", "--norc", "PS1='$ '"},
		"bash-completion": {"bash", "--norc", "PS1='$ '; source " + bashCompletion},
		"zsh":             {"zsh", "-f", "PS1='$ '; autoload -U compinit; compinit -u -D"},
		"fish":            {"fish", "--no-config", "function fish_prompt; echo '$ '; end; set -g fish_autosuggestion_enabled 0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shell := c.shell
			path := need(t, shell)
			if _, err := os.Stat(bashCompletion); name == "bash-completion" && err != nil {
				missing(t, "bash-completion is not installed")
			}
			_, script, _ := runWith("", nil, "completion", shell)
			in := place.Viewport{Width: 120, Height: 40}
			environ := []string{"TERM=screen-256color", "LANG=C.UTF-8", "HOME=" + folder, "PATH=" + folder + ":" + os.Getenv("PATH")}
			s := shellScreen{openTmux(t, in, environ, path, c.arguments).(tmuxScreen)}
			s.press(c.start + "; source " + writeTemp(t, script) + "; clear; echo rea''dy") // not what is printed
			s.press("Enter")
			s.shows("ready", true)
			for _, typed := range []struct{ begun, want string }{
				{"show clu", "show clusters"},
				{"show clusters/hy", "show clusters/hydrogen"},
				{"clusters/hy", "anhui-tui clusters/hydrogen"},
				{"--lang zh show voices/feng-k", "voices/feng-kejin"},
				{"show shares/pv-glass-share-china-r2024", "shares/pv-glass-share-china-r2024-09"},
				{"cite pv-glass-share-china-r2024", "cite pv-glass-share-china-r2024-09"},
				{"verify china-daily-2024-09-1", "verify china-daily-2024-09-18"},
				{"show --lang z", "show --lang zh"},
				{"show --lang=z", "show --lang=zh"},
				{`show shares\?scope\=wo`, "show shares?scope=world"},
				{"shares?sc", "shares?scope="},
				{"shares?scope=w", "shares?scope=world"},
				{"'shares?scope=w", "'shares?scope=world'"}, // as the README says to write it
				{`show "shares?scope=w`, `show "shares?scope=world"`},
				{"show 'clusters/hy", "show 'clusters/hydrogen'"},
				{"--lang zh 'clusters/hy", "--lang zh 'clusters/hydrogen'"},
				{"completion zs", "completion zsh"},
			} {
				s.completes(typed.begun, typed.want)
			}
			// Nothing that is typed is run.
			ran := filepath.Join(t.TempDir(), "ran")
			s.press("anhui-tui show `touch " + ran + "` \"$(touch " + ran + ")\" clu")
			s.do("send-keys", "Tab")
			time.Sleep(time.Second)
			s.do("send-keys", "C-u")
			if _, err := os.Stat(ran); err == nil {
				t.Error("a command among the words was run")
			}
		})
	}
	t.Run("powershell", func(t *testing.T) {
		code, script, _ := runWith("", nil, "completion", "powershell")
		if code != exitOK || !strings.Contains(script, "Register-ArgumentCompleter -CommandName 'anhui-tui'") || !strings.Contains(script, "__complete") {
			t.Errorf("exit %d: %.300s", code, script)
		}
		t.Skip("PowerShell is not among Debian's packages: its script was read and not run")
	})
}

// shellScreen is a shell in tmux.
type shellScreen struct{ tmuxScreen }

// shows waits until words are on the screen, or are no more. Shells escape
// some characters in them.
func (s shellScreen) shows(words string, there bool) {
	s.t.Helper()
	screen := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		screen = s.do("capture-pane", "-p")
		if strings.Contains(strings.ReplaceAll(screen, `\`, ""), words) == there {
			return
		}
	}
	s.t.Fatalf("%q is there: %v, in\n%s", words, !there, screen)
}

// completes holds Tab to complete the arguments that are begun, and leaves an
// empty screen: C-u, for which all three forget the line, leaves nothing behind.
func (s shellScreen) completes(begun, want string) {
	s.t.Helper()
	s.press("anhui-tui " + begun)
	s.shows("anhui-tui "+strings.ReplaceAll(begun, `\`, ""), true)
	s.do("send-keys", "Tab")
	s.shows(want, true)
	s.do("send-keys", "C-u")
	s.shows("anhui-tui", false)
}
