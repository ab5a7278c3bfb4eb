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

	"anhui-tui/tui/place"
)

// xtermScreen is xterm.js between a pseudo-terminal and us.
type xtermScreen struct {
	t        *testing.T
	terminal *os.File
	node     *exec.Cmd
	screens  *bufio.Reader
}

const emulatorFolder = "../../tui/testdata/emulators"

func openXterm(t *testing.T, in place.Viewport, environ []string, command ...string) emulator {
	t.Helper()
	need(t, "node")
	if _, err := os.Stat(emulatorFolder + "/node_modules/@xterm/headless"); err != nil {
		missing(t, "xterm.js is not installed (tui/testdata/emulators/run does that)")
	}
	node := exec.Command("node", "terminal.cjs", fmt.Sprint(in.Width), fmt.Sprint(in.Height))
	node.Dir = emulatorFolder
	toNode, err1 := node.StdinPipe()
	fromNode, err2 := node.StdoutPipe()
	screens, err3 := node.StderrPipe()
	if err1 != nil || err2 != nil || err3 != nil || node.Start() != nil {
		t.Fatal(err1, err2, err3)
	}
	t.Cleanup(func() {
		_ = toNode.Close()
		_ = node.Wait()
	})
	e := xtermScreen{t: t, node: node, screens: bufio.NewReader(screens)}
	if line, err := e.screens.ReadString('\n'); line != "ready\n" {
		t.Fatalf("node says %q, %v", line, err)
	}
	e.terminal = inTerminal(t, in, environ, command)
	go io.Copy(toNode, e.terminal)   //nolint:errcheck // ends with the program
	go io.Copy(e.terminal, fromNode) //nolint:errcheck // ends with node
	return e
}

func (e xtermScreen) press(key string) {
	if _, err := io.WriteString(e.terminal, sequence(key)); err != nil {
		e.t.Fatal(err)
	}
}

func (e xtermScreen) rows() [][]shown {
	if err := e.node.Process.Signal(syscall.SIGUSR2); err != nil {
		e.t.Fatal(err)
	}
	line, err := e.screens.ReadBytes('\n')
	if err != nil {
		e.t.Fatal(err)
	}
	var rows [][]shown
	if err := json.Unmarshal(line, &rows); err != nil {
		e.t.Fatalf("%v: %.200s", err, line)
	}
	for _, row := range rows {
		for x := range row {
			row[x] = visible(row[x])
		}
	}
	return rows
}
