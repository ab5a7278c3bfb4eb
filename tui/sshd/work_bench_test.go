//go:build linux

package sshd

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// BenchmarkWork measures what the weights of work say, by the clock of the one
// thread that does it: us/unit is near 1 where a weight is true, and below where it
// is on the safe side.
//
//	go test -run '^$' -bench Work ./tui/sshd
func BenchmarkWork(b *testing.B) {
	d := dataset()
	at := func(v place.View, w, h int) tui.App {
		return tui.New(d, place.Place{View: v}, place.Viewport{Colors: place.Colors256}.Size(w, h), tui.Options{})
	}
	press := func(a tui.App, keys string) tui.App {
		for _, k := range keys {
			msg := tea.KeyPressMsg{Code: k, Text: string(k)}
			if k == '\r' {
				msg = tea.KeyPressMsg{Code: tea.KeyEnter}
			}
			a, _ = a.Step(msg)
		}
		return a
	}
	for _, wh := range [][2]int{{80, 24}, {200, 50}, {place.MaxWidth, place.MaxHeight}} {
		pages, frames := make([]screen.Page, 0, len(place.Views())), make([]screen.Frame, 0, len(place.Views()))
		for _, v := range place.Views() {
			a := at(v, wh[0], wh[1])
			pages, frames = append(pages, a.Page()), append(frames, a.Frame())
		}
		name := fmt.Sprintf("%dx%d", wh[0], wh[1])
		measure(b, "frame/"+name, workOfCells(workOfFrame, 5000, frames[0].Frame), func(i int) { pages[i%len(pages)].Frame() })
		measure(b, "diff/"+name, workOfCells(workOfDiff, 2000, frames[0].Frame), func(i int) {
			terminal.Diff(frames[i%len(frames)].Frame, frames[(i+1)%len(frames)].Frame)
		})
	}
	queries := []string{"a", "vehicle output 2024", "\u5b89\u5fbd", "zzzz", strings.Repeat("a e ", 10)}
	measure(b, "search", workOfSearch, func(i int) { screen.NewSearch(d, queries[i%len(queries)]).Found() })
	// The dearest: eight words, none of which is with the others, or is a word at all.
	far := []string{"governor wuhu glass sodium chips profit seaport tour", strings.Repeat("qqzzqqzz ", 8), "governr wuhuu photovoltacs"}
	measure(b, "search/far", workOfSearch, func(i int) { screen.NewSearch(d, far[i%len(far)]).Found() })
	for name, keys := range map[string]string{"move": "jk", "tab": "123450", "copy": "yY", "next": "nN", "help": "??"} {
		a := press(at(place.Trends, 80, 24), "/e\r")
		measure(b, "key/"+name, workOfKey, func(i int) { a = press(a, keys[i%len(keys):i%len(keys)+1]) })
	}
	a := press(at(place.Trends, 80, 24), "/e")
	measure(b, "typing", workOfTyping, func(int) { a, _ = a.Step(tea.KeyPressMsg{Code: tea.KeyDown}) })
	lines := []string{"shares", "clusters", "/e", "1", "trends", "3", "sources", "voices", "help"}
	for _, line := range lines {
		measure(b, "line/"+strings.Trim(line, "/"), workOfLine, func(int) {
			in := strings.NewReader(strings.Repeat(line+"\n", 10))
			if err := dialogue.Run(d, place.Place{}, model.EN, in, io.Discard); err != nil {
				b.Fatal(err)
			}
		}, 10)
	}
}

// measure reports the time on the processor of one of do, which does per of them,
// for each of units.
func measure(b *testing.B, name string, units float64, do func(i int), per ...int) {
	b.Run(name, func(b *testing.B) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		do(0)
		start, n := threadTime(b), 0
		for b.Loop() {
			do(n)
			n++
		}
		for _, k := range per {
			n *= k
		}
		us := float64(threadTime(b)-start) / float64(time.Microsecond) / float64(n)
		b.ReportMetric(us, "cpu-us/op")
		b.ReportMetric(us/units, "us/unit")
	})
}

// threadTime returns the time that this thread has had on a processor.
func threadTime(b *testing.B) time.Duration {
	b.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_THREAD, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
