package prom

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"
)

// Process adds what the Go runtime and, on Linux, the system tell of the process,
// under the names the Prometheus client for Go has for it.
func (r *Registry) Process() {
	started := time.Now()
	r.groups = append(r.groups, func() []family {
		return append(goFamilies(), processFamilies(started)...)
	})
}

// number is a metric of one number.
func number(name, help, kind string, value float64) family {
	return family{name, help, kind, func() []Sample { return []Sample{{Value: value}} }}
}

func goFamilies() []family {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	threads, limit := []metrics.Sample{{Name: "/sched/threads/total:threads"}}, []metrics.Sample{{Name: "/gc/gomemlimit:bytes"}}
	percent := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	all := make([]family, 0, 32)
	all = append(
		all,
		number("go_goroutines", "Goroutines now.", gaugeType, float64(runtime.NumGoroutine())),
		number("go_sched_gomaxprocs_threads", "Threads that may run Go code at the same time.", gaugeType, float64(runtime.GOMAXPROCS(0))),
		family{"go_info", "The version of Go.", gaugeType, func() []Sample { return []Sample{{Labels: Label("version", runtime.Version()), Value: 1}} }},
		family{"go_gc_duration_seconds", "Pauses of garbage collections.", summaryType, pauses},
		runtimeFamily("go_threads", "Threads of the system.", threads),
		runtimeFamily("go_gc_gomemlimit_bytes", "The limit of memory, GOMEMLIMIT.", limit),
		runtimeFamily("go_gc_gogc_percent", "The growth of the heap from one garbage collection to the next, GOGC.", percent),
		number("go_memstats_last_gc_time_seconds", "When the last garbage collection ended, in seconds since 1970.", gaugeType, float64(m.LastGC)/1e9),
		number("go_memstats_alloc_bytes_total", "Bytes of heap allocated since the start.", counterType, float64(m.TotalAlloc)),
		number("go_memstats_mallocs_total", "Objects allocated since the start.", counterType, float64(m.Mallocs)),
		number("go_memstats_frees_total", "Objects freed since the start.", counterType, float64(m.Frees)),
		number("go_memstats_heap_objects", "Objects on the heap.", gaugeType, float64(m.HeapObjects)),
	)
	for _, b := range []struct {
		name, help string
		value      uint64
	}{
		{"alloc", "Heap in use by objects.", m.Alloc},
		{"heap_alloc", "Heap in use by objects.", m.HeapAlloc},
		{"heap_idle", "Heap not in use.", m.HeapIdle},
		{"heap_inuse", "Heap in use.", m.HeapInuse},
		{"heap_released", "Heap given back to the system.", m.HeapReleased},
		{"heap_sys", "Heap reserved.", m.HeapSys},
		{"next_gc", "Size of the heap at which the next garbage collection begins.", m.NextGC},
		{"stack_inuse", "Stacks in use.", m.StackInuse},
		{"stack_sys", "Stacks reserved.", m.StackSys},
		{"mcache_inuse", "mcache structures in use.", m.MCacheInuse},
		{"mcache_sys", "mcache structures reserved.", m.MCacheSys},
		{"mspan_inuse", "mspan structures in use.", m.MSpanInuse},
		{"mspan_sys", "mspan structures reserved.", m.MSpanSys},
		{"buck_hash_sys", "Table of the profiler.", m.BuckHashSys},
		{"gc_sys", "Memory of the garbage collector.", m.GCSys},
		{"other_sys", "Memory of other parts of the runtime.", m.OtherSys},
		{"sys", "All memory from the system.", m.Sys},
	} {
		all = append(all, number("go_memstats_"+b.name+"_bytes", b.help, gaugeType, float64(b.value)))
	}
	return all
}

// runtimeFamily is a metric of the runtime; without samples if it has none of
// that name.
func runtimeFamily(name, help string, sample []metrics.Sample) family {
	metrics.Read(sample)
	return family{name, help, gaugeType, func() []Sample {
		if sample[0].Value.Kind() != metrics.KindUint64 {
			return nil
		}
		return []Sample{{Value: float64(sample[0].Value.Uint64())}}
	}}
}

// pauses returns the quantiles of the pauses of garbage collections.
func pauses() []Sample {
	stats := debug.GCStats{PauseQuantiles: make([]time.Duration, 5)}
	debug.ReadGCStats(&stats)
	all := make([]Sample, 0, len(stats.PauseQuantiles)+2)
	for i, d := range stats.PauseQuantiles {
		all = append(all, Sample{Labels: Label("quantile", format(float64(i)/4)), Value: d.Seconds()})
	}
	return append(all, Sample{Suffix: "_sum", Value: stats.PauseTotal.Seconds()}, Sample{Suffix: "_count", Value: float64(stats.NumGC)})
}

// clockTicks is how many there are in a second in what Linux tells of a process.
const clockTicks = 100

// processFamilies returns what the files of Linux say of the process; what they do
// not say is left out.
func processFamilies(started time.Time) []family {
	all := []family{
		number("process_start_time_seconds", "When the process began, in seconds since 1970.", gaugeType, math.Floor(float64(started.UnixMilli())/10)/100),
	}
	// After the name, which may have spaces: state is 0, utime and stime 11 and 12,
	// vsize and rss 20 and 21.
	text := read("/proc/self/stat")
	if stat := strings.Fields(text[strings.LastIndexByte(text, ')')+1:]); len(stat) > 21 {
		all = append(all,
			number("process_cpu_seconds_total", "Time of processors used.", counterType, (atof(stat[11])+atof(stat[12]))/clockTicks),
			number("process_virtual_memory_bytes", "Virtual memory.", gaugeType, atof(stat[20])),
			number("process_resident_memory_bytes", "Memory in use.", gaugeType, atof(stat[21])*float64(os.Getpagesize())),
		)
	}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		all = append(all, number("process_open_fds", "Open files and connections.", gaugeType, float64(len(open)-1))) // without the folder
	}
	limits := read("/proc/self/limits")
	for _, l := range []struct{ name, help, line string }{
		{"process_max_fds", "Files and connections that may be open.", "Max open files"},
		{"process_virtual_memory_max_bytes", "Virtual memory that may be had.", "Max address space"},
	} {
		if _, rest, ok := strings.Cut(limits, l.line); ok {
			all = append(all, number(l.name, l.help, gaugeType, atof(strings.Fields(rest)[0])))
		}
	}
	received, sent := octets(read("/proc/self/net/netstat"))
	return append(all,
		number("process_network_receive_bytes_total", "Bytes received by the network the process is in.", counterType, received),
		number("process_network_transmit_bytes_total", "Bytes sent by the network the process is in.", counterType, sent),
	)
}

// octets returns the bytes received and sent by netstat's two lines on IP: names,
// and numbers below.
func octets(netstat string) (received, sent float64) {
	var names []string
	for line := range strings.Lines(netstat) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] != "IpExt:" {
			continue
		}
		if names == nil {
			names = fields
			continue
		}
		for i, name := range names[:min(len(names), len(fields))] {
			switch name {
			case "InOctets":
				received = atof(fields[i])
			case "OutOctets":
				sent = atof(fields[i])
			}
		}
	}
	return received, sent
}

// read returns the content of a file; "" if there is none.
func read(name string) string {
	text, err := os.ReadFile(name) //nolint:gosec // of /proc
	if err != nil {
		return ""
	}
	return string(text)
}

// atof returns a number of /proc, in which unlimited is the largest.
func atof(s string) float64 {
	if s == "unlimited" {
		return math.MaxUint64
	}
	f, _ := strconv.ParseFloat(s, 64) //nolint:errcheck // the kernel's
	return f
}
