package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

// presentResult is what followers of one server have measured.
type presentResult struct {
	Server    string  `json:"server"`
	Followers int     `json:"followers"`
	Replicas  int     `json:"replicas"`
	Moves     int     `json:"moves"`
	Move      spread  `json:"move_to_frame"`       // of all followers
	Near      spread  `json:"move_to_frame_near"`  // of those of the presenter's replica
	Far       spread  `json:"move_to_frame_far"`   // of those of the others
	Missed    int     `json:"missed"`              // frames that did not come before the next move
	Behind    int     `json:"behind_after_second"` // followers without the last of many moves after a second of quiet
	Bytes     float64 `json:"bytes_a_move"`        // to one follower
	CPU       float64 `json:"cpu_a_follower_and_move_us"`
	Session   float64 `json:"memory_a_session_kib"` // of a follower who has seen one frame
	After     float64 `json:"memory_a_session_after_moves_kib"`
	Empty     float64 `json:"memory_empty_mib"`

	Delays []float64 `json:"delays_ms"` // every 1,000th part of all, sorted
}

// presentReport is what anhui-load present writes.
type presentReport struct {
	Date    string          `json:"date"`
	Machine string          `json:"machine"`
	Command string          `json:"command"`
	Results []presentResult `json:"results"`
}

// show is a presentation that is measured.
type show struct {
	*bench
	moves   int
	every   time.Duration
	servers []*process
	lead    *client // the presenter
	all     []*client
	frames  [][]byte // what the first follower received at each move
	result  presentResult
}

// presenting measures how long followers take to see a move, and what that costs,
// beside a bare server that sends the same bytes to as many sessions.
func presenting(args []string) error {
	b := newBench("present", 1000)
	moves := b.flags.Int("moves", 30, "moves of the presenter")
	every := b.flags.Duration("every", time.Second, "time between two of them")
	replicas := b.flags.Int("replicas", 1, "servers, with a NATS server between them if there are several")
	rounds := b.flags.Int("rounds", 1, "number of rounds; the one with the median p99 is reported")
	if err := b.begin(args); err != nil {
		return err
	}
	if *moves < 1 || *moves > 10_000 || *every < 50*time.Millisecond || *replicas < 1 || *replicas > 8 || *rounds < 1 || *rounds > 25 {
		return errors.New("--moves from 1 to 10000, --every at least 50ms, --replicas from 1 to 8, --rounds from 1 to 25")
	}
	var viewers, followers, fans []presentResult
	for range *rounds {
		s := &show{bench: b, moves: *moves, every: *every}
		v, err := s.viewers()
		if err != nil {
			return err
		}
		f, err := s.follow(*replicas)
		if err != nil {
			return err
		}
		bare := &show{bench: b, moves: *moves, every: *every, frames: s.frames}
		n, err := bare.fan()
		if err != nil {
			return err
		}
		viewers, followers, fans = append(viewers, v), append(followers, f), append(fans, n)
	}
	b.show.clear()
	all := []presentResult{middleRound(fans), middleRound(followers), middleRound(viewers)}
	report := presentReport{time.Now().Format("2006-01-02"), machine(), "anhui-load " + strings.Join(os.Args[1:], " "), all}
	if b.json != "" {
		text, err := json.MarshalIndent(report, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(b.json, append(text, '\n'), 0o600); err != nil { //nolint:gosec // a path this program's user gave
			return err
		}
	}
	return presentTable(all)
}

// middleRound returns the round with the median p99.
func middleRound(rounds []presentResult) presentResult {
	slices.SortFunc(rounds, func(a, b presentResult) int {
		return cmp.Or(cmp.Compare(a.Move.P99, b.Move.P99), cmp.Compare(a.Session, b.Session))
	})
	return rounds[len(rounds)/2]
}

// start starts servers, and returns the memory of all together.
func (s *show) start(name string, n int) (int64, error) {
	s.servers = nil
	for range n {
		p, err := spawn(name, &s.plan)
		if err != nil {
			return 0, err
		}
		s.servers = append(s.servers, p)
	}
	return s.memory()
}

// memory returns what the servers take after they have given back what they do not
// use.
func (s *show) memory() (int64, error) {
	var sum int64
	for _, p := range s.servers {
		if _, err := p.stats(); err != nil {
			return 0, err
		}
		u, err := p.usage()
		if err != nil {
			return 0, err
		}
		sum += u.Memory
	}
	return sum, nil
}

func (s *show) cpu() (float64, error) {
	sum := 0.
	for _, p := range s.servers {
		u, err := p.usage()
		if err != nil {
			return 0, err
		}
		sum += u.CPU
	}
	return sum, nil
}

// end closes all sessions and ends the servers.
func (s *show) end() {
	for _, c := range append(s.all, s.lead) {
		if c != nil {
			c.close()
		}
	}
	for _, p := range s.servers {
		_ = p.in.Close()
		_ = p.cmd.Process.Kill() // it may have ended
		_ = p.cmd.Wait()
	}
	s.all, s.lead, s.servers = nil, nil, nil
}

// open opens sessions on the servers in turn, and waits for their first bytes.
func (s *show) open(who, command string) error {
	var mu sync.Mutex
	var failed error
	var running sync.WaitGroup
	next := make(chan int)
	s.all = make([]*client, s.Sessions)
	done := 0
	for range s.Dialers {
		running.Go(func() {
			for i := range next {
				c, err := dialCommand(s.servers[i%len(s.servers)].address, command, nil, s.Width, s.Height, i == 0)
				if err == nil {
					select {
					case <-c.first:
					case <-time.After(time.Minute):
						err = errors.New("no frame in a minute")
					}
				}
				mu.Lock()
				s.all[i], failed = c, cmp.Or(failed, err)
				done++
				s.show.update(who, "open", done, s.Sessions)
				mu.Unlock()
			}
		})
	}
	for i := range s.Sessions {
		next <- i
	}
	close(next)
	running.Wait()
	if failed != nil {
		return failed
	}
	time.Sleep(s.Settle)
	return nil
}

// kib returns the memory of a session in KiB.
func (s *show) kib(empty, full int64) float64 {
	return float64(full-empty) / float64(s.Sessions) / 1024
}

// viewers measures sessions that follow nobody, for what they take.
func (s *show) viewers() (r presentResult, err error) {
	defer s.end()
	empty, err := s.start("room", 1)
	if err != nil {
		return r, err
	}
	if err := s.open("viewers", ""); err != nil {
		return r, err
	}
	full, err := s.memory()
	return presentResult{Server: "viewers", Followers: s.Sessions, Replicas: 1, Session: s.kib(empty, full), Empty: float64(empty) / (1 << 20)}, err
}

// codePattern is how a code is shown.
var codePattern = regexp.MustCompile(`[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}`) //nolint:gochecknoglobals // a constant

// follow measures followers.
func (s *show) follow(replicas int) (presentResult, error) {
	defer s.end()
	if replicas > 1 {
		nats, err := spawn("nats", &s.plan)
		if err != nil {
			return presentResult{}, err
		}
		defer nats.stop() //nolint:errcheck // it is over
		if err := os.Setenv(busVariable, "nats://"+nats.address); err != nil {
			return presentResult{}, err
		}
		defer os.Unsetenv(busVariable) //nolint:errcheck // it was set
	}
	empty, err := s.start("room", replicas)
	if err != nil {
		return presentResult{}, err
	}
	s.result = presentResult{Server: "followers", Replicas: replicas, Empty: float64(empty) / (1 << 20)}
	if s.lead, err = dialCommand(s.servers[0].address, "present", nil, 100, 30, true); err != nil {
		return s.result, err
	}
	code := ""
	for range 500 {
		time.Sleep(10 * time.Millisecond)
		s.lead.mu.Lock()
		code = codePattern.FindString(string(s.lead.output))
		s.lead.output = nil
		s.lead.mu.Unlock()
		if code != "" {
			break
		}
	}
	if code == "" {
		return s.result, errors.New("the presenter has no code")
	}
	s.lead.keep = false
	if err := s.lead.press("\x1b"); err != nil {
		return s.result, err
	}
	if err := s.open("followers", "follow "+code); err != nil {
		return s.result, err
	}
	walk := newWalkAround(s.Seed)
	if err := s.run(empty, func(int) error { return s.lead.press(walk.next()) }); err != nil {
		return s.result, err
	}
	tab := 0
	err = s.rush(func() error { tab++; return s.lead.press(fmt.Sprint(tab % 4)) })
	return s.result, err
}

// fan measures sessions that are sent bytes that followers received.
func (s *show) fan() (presentResult, error) {
	defer s.end()
	empty, err := s.start("fan", 1)
	if err != nil {
		return presentResult{}, err
	}
	s.result = presentResult{Server: "fan-out", Replicas: 1, Empty: float64(empty) / (1 << 20)}
	if s.lead, err = dial(s.servers[0].address, nil, 100, 30, false); err != nil {
		return s.result, err
	}
	if err := s.open("fan-out", ""); err != nil {
		return s.result, err
	}
	send := func(n int) error { return s.lead.press(string(s.frames[n%len(s.frames)])) }
	if err := s.run(empty, send); err != nil {
		return s.result, err
	}
	n := 0
	err = s.rush(func() error { n++; return send(n) })
	return s.result, err
}

// run makes the moves, and measures them.
func (s *show) run(empty int64, move func(n int) error) error {
	r := &s.result
	full, err := s.memory()
	if err != nil {
		return err
	}
	r.Followers, r.Moves, r.Session = s.Sessions, s.moves, s.kib(empty, full)
	for _, c := range s.all {
		_, _, _, _ = c.result() // what came with the first frame
	}
	recording := s.frames == nil
	from := s.kept()
	before, err := s.cpu()
	if err != nil {
		return err
	}
	for n := range s.moves {
		s.show.update(r.Server, "moves", n+1, s.moves)
		now := time.Now()
		for _, c := range s.all {
			r.Missed += c.expect(now)
		}
		if err := move(n); err != nil {
			return err
		}
		time.Sleep(s.every)
		if recording {
			to := s.kept()
			s.frames = append(s.frames, s.all[0].output[from:to])
			from = to
		}
	}
	after, err := s.cpu()
	if err != nil {
		return err
	}
	r.CPU = (after - before) * 1e6 / float64(s.moves*s.Sessions)
	var near, far []time.Duration
	var sent int64
	for i, c := range s.all {
		delays, missed, bytes, err := c.result()
		if err != nil {
			return err
		}
		r.Missed += missed
		sent += bytes
		if i%len(s.servers) == 0 {
			near = append(near, delays...)
		} else {
			far = append(far, delays...)
		}
	}
	r.Bytes = float64(sent) / float64(s.moves*s.Sessions)
	both := slices.Concat(near, far)
	r.Near, r.Far, r.Move = spreadOf(near), spreadOf(far), spreadOf(both)
	for i := range 1000 {
		if len(both) > 0 {
			r.Delays = append(r.Delays, float64(both[i*len(both)/1000].Microseconds())/1000)
		}
	}
	full, err = s.memory()
	r.After = s.kib(empty, full)
	return err
}

// kept returns how much of the first follower's output is kept.
func (s *show) kept() int {
	s.all[0].mu.Lock()
	defer s.all[0].mu.Unlock()
	return len(s.all[0].output)
}

// rush makes ten moves a second for five seconds, and counts who has not got the last
// of them a second later.
func (s *show) rush(move func() error) error {
	const rushes = 50
	for n := range rushes {
		s.show.update(s.result.Server, "rush", n+1, rushes)
		if n == rushes-1 {
			now := time.Now()
			for _, c := range s.all {
				c.expect(now)
			}
		}
		if err := move(); err != nil {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
	time.Sleep(900 * time.Millisecond)
	for _, c := range s.all {
		if _, missed, _, _ := c.result(); missed > 0 {
			s.result.Behind++
		}
	}
	return nil
}

// walkAround presses keys that always lead to another place.
type walkAround struct {
	r    *rand.Rand
	tab  int
	down int
}

func newWalkAround(seed uint64) *walkAround { return &walkAround{r: rand.New(rand.NewPCG(seed, 25))} } //nolint:gosec // a load

func (w *walkAround) next() string {
	if w.down < 5 && w.r.IntN(3) > 0 {
		w.down++
		return "j"
	}
	w.tab, w.down = (w.tab+1+w.r.IntN(3))%4, 0
	return fmt.Sprint(w.tab)
}

// presentTable prints results side by side, the fan-out first.
func presentTable(all []presentResult) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(name, format string, of func(*presentResult) float64) {
		fmt.Fprintf(w, "%s\t", name) //nolint:errcheck // flushed below
		for i := range all {
			v := of(&all[i])
			if v == 0 {
				fmt.Fprint(w, "\t") //nolint:errcheck // as above
				continue
			}
			fmt.Fprintf(w, format, v) //nolint:errcheck // as above
			if base := of(&all[0]); i == 1 && base != 0 {
				fmt.Fprintf(w, " (%.1f x)", v/base) //nolint:errcheck // as above
			}
			fmt.Fprint(w, "\t") //nolint:errcheck // as above
		}
		fmt.Fprintln(w) //nolint:errcheck // as above
	}
	fmt.Fprint(w, "\t") //nolint:errcheck // as above
	for i := range all {
		fmt.Fprintf(w, "%d %s\t", all[i].Followers, all[i].Server) //nolint:errcheck // as above
	}
	fmt.Fprintln(w) //nolint:errcheck // as above
	line("move to frame p50, ms", "%.1f", func(r *presentResult) float64 { return r.Move.P50 })
	line("p99, ms", "%.1f", func(r *presentResult) float64 { return r.Move.P99 })
	line("max, ms", "%.1f", func(r *presentResult) float64 { return r.Move.Max })
	line("near p50, ms", "%.1f", func(r *presentResult) float64 { return r.Near.P50 })
	line("far p50, ms", "%.1f", func(r *presentResult) float64 { return r.Far.P50 })
	line("frames that did not come", "%.0f", func(r *presentResult) float64 { return float64(r.Missed) })
	line("behind after a second", "%.0f", func(r *presentResult) float64 { return float64(r.Behind) })
	line("bytes a move", "%.0f", func(r *presentResult) float64 { return r.Bytes })
	line("CPU a follower and move, us", "%.1f", func(r *presentResult) float64 { return r.CPU })
	line("memory a session, KiB", "%.1f", func(r *presentResult) float64 { return r.Session })
	line("after the moves, KiB", "%.1f", func(r *presentResult) float64 { return r.After })
	return w.Flush()
}
