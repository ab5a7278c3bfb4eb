// Command printframe prints a frame of 120×40 cells and ends: the least a Go
// program can do, to measure the dashboard's start against.
package main

import (
	"os"
	"strings"
)

func main() {
	line := strings.Repeat("anhui ", 20)
	frame := strings.Repeat(line+"\r\n", 39) + line[:116] + "quit"
	if _, err := os.Stdout.WriteString(frame); err != nil {
		os.Exit(1)
	}
}
