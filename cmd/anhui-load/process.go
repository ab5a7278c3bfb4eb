package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// process is a server in a process of its own.
type process struct {
	cmd     *exec.Cmd
	in      io.WriteCloser // nil if it takes no commands
	out     *bufio.Reader
	address string
}

// spawn starts this program as the server with the given name.
func spawn(name string, p *plan) (*process, error) {
	return spawnChild(name, "--sessions", strconv.Itoa(p.Sessions), "--width", strconv.Itoa(p.Width), "--height", strconv.Itoa(p.Height),
		"--keepalive", p.Keepalive.String())
}

// spawnChild starts this program as a child, and reads the line that it begins with.
func spawnChild(args ...string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, append([]string{childCommand}, args...)...) //nolint:gosec // this program
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &process{cmd: cmd, in: in, out: bufio.NewReader(out)}
	line, err := s.out.ReadString('\n')
	s.address = strings.TrimSpace(line)
	return s, err
}

// stop closes the input of the process, which ends it, and waits for it.
func (s *process) stop() error {
	if s.in == nil {
		_ = s.cmd.Process.Kill() // it may be gone
		_ = s.cmd.Wait()         // it was killed
		return nil
	}
	return errors.Join(s.in.Close(), s.cmd.Wait())
}

// ask sends a command to the process and returns its answer.
func (s *process) ask(format string, args ...any) (string, error) {
	if s.in == nil {
		return "", nil
	}
	if _, err := fmt.Fprintf(s.in, format+"\n", args...); err != nil {
		return "", err
	}
	return s.out.ReadString('\n')
}

// stats returns the stats of the server after it returned unused memory to the
// system.
func (s *process) stats() (stats, error) {
	line, err := s.ask("stats")
	if err != nil || line == "" {
		return stats{}, err
	}
	var all stats
	err = json.Unmarshal([]byte(line), &all)
	return all, err
}

// usage is the resources of a process and its descendants, as the system
// reports them.
type usage struct {
	CPU    float64 // seconds
	Memory int64   // bytes; shared pages are divided among their processes
	Files  int
}

func (s *process) usage() (usage, error) {
	all, err := family(s.cmd.Process.Pid)
	var sum usage
	for _, pid := range all {
		u, e := usageOf(pid)
		if e == nil { // else it has just ended
			sum.CPU += u.CPU
			sum.Memory += u.Memory
			sum.Files += u.Files
		}
	}
	return sum, err
}

// family returns a process and its descendants.
func family(root int) ([]int, error) {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || len(stats) == 0 {
		return nil, errors.New("cannot measure a process without /proc")
	}
	children := map[int][]int{}
	for _, path := range stats {
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path))) //nolint:errcheck // the pattern says so
		if f, err := statOf(pid); err == nil {
			parent, _ := strconv.Atoi(f[1]) //nolint:errcheck // as the system writes it
			children[parent] = append(children[parent], pid)
		}
	}
	all := []int{root}
	for i := 0; i < len(all); i++ {
		all = append(all, children[all[i]]...)
	}
	return all, nil
}

// statOf returns the fields of /proc/PID/stat from the state on.
func statOf(pid int) ([]string, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return nil, err
	}
	_, rest, _ := strings.Cut(string(text[strings.LastIndexByte(string(text), ')'):]), " ")
	f := strings.Fields(rest)
	if len(f) < 15 {
		return nil, fmt.Errorf("/proc/%d/stat is short", pid)
	}
	return f, nil
}

// ticks is the number of units of /proc/PID/stat per second, 100 on every Linux
// that Go supports.
const ticks = 100

func usageOf(pid int) (usage, error) {
	f, err := statOf(pid)
	if err != nil {
		return usage{}, err
	}
	var u usage
	for _, field := range f[11:15] { // its own, user and system, and its children's that have ended
		n, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return u, err
		}
		u.CPU += n / ticks
	}
	if u.Memory, err = pss(pid); err != nil {
		return u, err
	}
	files, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	u.Files = len(files)
	return u, err
}

// pss returns the memory of a process in bytes, with its part of shared pages.
func pss(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if f := strings.Fields(line); len(f) >= 2 && f[0] == "Pss:" {
			kib, err := strconv.ParseInt(f[1], 10, 64)
			return kib << 10, err
		}
	}
	return 0, fmt.Errorf("/proc/%d/smaps_rollup says no Pss", pid)
}
