//go:build unix && clients

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"anhui-tui/tui/place"
)

// xtermScreen is xterm.js between a pseudo-terminal and us.
type xtermScreen struct {
	t        *testing.T
	terminal *os.File
	node     *exec.Cmd
	screens  *bufio.Reader
}

const emulators = "../../tui/testdata/emulators"

func openXterm(t *testing.T, in place.Viewport, environ []string, program string) emulator {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	if _, err := os.Stat(emulators + "/node_modules/@xterm/headless"); err != nil {
		t.Skip("xterm.js is not installed; tui/testdata/emulators/run does that")
	}
	node := exec.Command("node", "terminal.cjs", fmt.Sprint(in.Width), fmt.Sprint(in.Height))
	node.Dir = emulators
	toNode, err1 := node.StdinPipe()
	fromNode, err2 := node.StdoutPipe()
	screens, err3 := node.StderrPipe()
	if err1 != nil || err2 != nil || err3 != nil || node.Start() != nil {
		t.Fatal(err1, err2, err3)
	}
	e := xtermScreen{t: t, node: node, screens: bufio.NewReader(screens)}
	if line, err := e.screens.ReadString('\n'); line != "ready\n" {
		t.Fatalf("node says %q, %v", line, err)
	}
	cmd := exec.Command(program)
	cmd.Env = environ
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(in.Height), Cols: uint16(in.Width)})
	if err != nil {
		t.Fatal(err)
	}
	e.terminal = terminal
	go io.Copy(toNode, terminal)   //nolint:errcheck // ends with the program
	go io.Copy(terminal, fromNode) //nolint:errcheck // ends with node
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = terminal.Close()
		_ = toNode.Close()
		_ = node.Wait()
	})
	return e
}

func (e xtermScreen) press(key string) {
	if _, err := io.WriteString(e.terminal, sequence(key)); err != nil {
		e.t.Fatal(err)
	}
}

func (e xtermScreen) rows() [][]string {
	if err := e.node.Process.Signal(syscall.SIGUSR2); err != nil {
		e.t.Fatal(err)
	}
	line, err := e.screens.ReadBytes('\n')
	if err != nil {
		e.t.Fatal(err)
	}
	var screen [][][2]any
	if err := json.Unmarshal(line, &screen); err != nil {
		e.t.Fatalf("%v: %.200s", err, line)
	}
	rows := make([][]string, len(screen))
	for y, row := range screen {
		for _, cell := range row {
			text, _ := cell[0].(string)
			rows[y] = append(rows[y], text)
		}
	}
	return rows
}
