package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"

	"golang.org/x/crypto/ssh"

	"anhui-tui/data"
	"anhui-tui/model"
)

// childCommand is the hidden command that runs a server to be measured, in a
// process of its own.
const childCommand = "child"

// child serves on a free port of the loopback interface, prints its address,
// and answers requests on stdin until that ends.
func child(args []string) error {
	f := flag.NewFlagSet(childCommand, flag.ContinueOnError)
	var p plan
	p.flags(f, 100)
	if len(args) == 0 {
		return errors.New("child needs the name of a server")
	}
	if args[0] == "viewers" && len(args) == 2 {
		return viewers(args[1], os.Stdin, os.Stdout)
	}
	if err := f.Parse(args[1:]); err != nil {
		return err
	}
	if args[0] == "local" {
		return local()
	}
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	s, err := start(args[0], d, &p)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // the process ends
	fmt.Println(s.Addr())
	return answer(os.Stdin, os.Stdout)
}

// server is a server to be measured.
type server interface {
	Addr() net.Addr
	io.Closer
}

// start starts the server with the given name in this process.
func start(name string, d *model.Dataset, p *plan) (server, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	key, err := ssh.NewSignerFromKey(private)
	if err != nil {
		return nil, err
	}
	switch name {
	case "ours":
		return serveOurs(ln, key, d, p)
	case "stock":
		return serveBare(ln, key, stock(d, p.viewport())), nil
	case "room":
		return serveRooms(ln, key, d, p)
	case "fan":
		return serveBare(ln, key, newFan().session), nil
	case "nats":
		return serveNATS(ln)
	case "floor":
		return serveBare(ln, key, floor(d, p.viewport())), nil
	case "sink":
		return serveSink(ln, key), nil
	default:
		return nil, fmt.Errorf("unknown server %q; the servers are ours, stock, floor, sink, room, fan and nats", name)
	}
}

// stats is a server's report on its own resources.
type stats struct {
	Goroutines int    `json:"goroutines"`
	Heap       uint64 `json:"heap"`   // bytes in use
	Stacks     uint64 `json:"stacks"` // bytes
}

// answer executes the commands on in, one a line, and answers each with a line.
func answer(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	var profile *os.File
	for lines.Scan() {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		var err error
		switch word {
		case "stats":
			err = tell(out)
		case "profile":
			profile, err = startProfile(rest)
			fmt.Fprintln(out) //nolint:errcheck // reading fails then, too
		case "stop":
			pprof.StopCPUProfile()
			err = profile.Close()
			fmt.Fprintln(out) //nolint:errcheck // as above
		case "heap":
			err = heapProfile(rest)
			fmt.Fprintln(out) //nolint:errcheck // as above
		}
		if err != nil {
			return err
		}
	}
	return lines.Err()
}

// tell returns unused memory to the system, and prints the stats.
func tell(out io.Writer) error {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	line, err := json.Marshal(stats{runtime.NumGoroutine(), m.HeapAlloc, m.StackInuse})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", line)
	return err
}

func startProfile(path string) (*os.File, error) {
	f, err := os.Create(path) //nolint:gosec // a path this program's user gave
	if err != nil {
		return nil, err
	}
	return f, pprof.StartCPUProfile(f)
}

func heapProfile(path string) error {
	f, err := os.Create(path) //nolint:gosec // as above
	if err != nil {
		return err
	}
	runtime.GC()
	return errors.Join(pprof.WriteHeapProfile(f), f.Close())
}
