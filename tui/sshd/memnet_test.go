package sshd

import (
	"io"
	"net"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// memListener accepts connections in memory, which can live in a synctest
// bubble.
type memListener struct {
	conns chan net.Conn
	once  sync.Once
	done  chan struct{}
}

func newMemListener() *memListener {
	return &memListener{conns: make(chan net.Conn), done: make(chan struct{})}
}

func (l *memListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *memListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *memListener) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 22} }

// dial connects from an address.
func (l *memListener) dial(from string) net.Conn {
	up, down := newMemPipe(), newMemPipe()
	remote := &net.TCPAddr{IP: net.ParseIP(from), Port: 40000}
	select {
	case l.conns <- &memConn{in: up, out: down, remote: remote}:
	case <-l.done:
	}
	return &memConn{in: down, out: up, remote: l.Addr()}
}

// memConn is one end of a connection with buffers of limited size, like those
// of a kernel.
type memConn struct {
	in, out *memPipe
	remote  net.Addr
}

func (c *memConn) Read(p []byte) (int, error)  { return c.in.read(p) }
func (c *memConn) Write(p []byte) (int, error) { return c.out.write(p) }
func (c *memConn) LocalAddr() net.Addr         { return &net.TCPAddr{} }
func (c *memConn) RemoteAddr() net.Addr        { return c.remote }

func (c *memConn) Close() error {
	c.in.shut()
	c.out.shut()
	return nil
}

func (c *memConn) SetDeadline(t time.Time) error      { return c.SetWriteDeadline(t) }
func (c *memConn) SetReadDeadline(time.Time) error    { return nil }
func (c *memConn) SetWriteDeadline(t time.Time) error { c.out.deadline(t); return nil }

const memBuffer = 64 << 10

type memPipe struct {
	mu     sync.Mutex
	cond   *sync.Cond
	buf    []byte
	closed bool
	err    error // of reads
	until  time.Time
	expiry *time.Timer
}

func newMemPipe() *memPipe {
	p := &memPipe{}
	p.cond = sync.NewCond(&p.mu)
	return p
}

func (p *memPipe) read(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.buf) == 0 && !p.closed && p.err == nil {
		p.cond.Wait()
	}
	if p.err != nil {
		return 0, p.err
	}
	if len(p.buf) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.buf)
	p.buf = p.buf[n:]
	p.cond.Broadcast()
	return n, nil
}

func (p *memPipe) write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for len(b) > 0 {
		switch room := memBuffer - len(p.buf); {
		case p.closed:
			return n, net.ErrClosed
		case !p.until.IsZero() && !time.Now().Before(p.until):
			return n, os.ErrDeadlineExceeded
		case room <= 0:
			p.cond.Wait()
		default:
			k := min(room, len(b))
			p.buf = append(p.buf, b[:k]...)
			b, n = b[k:], n+k
			p.cond.Broadcast()
		}
	}
	return n, nil
}

func (p *memPipe) deadline(t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.until = t
	if p.expiry != nil {
		p.expiry.Stop()
	}
	if !t.IsZero() {
		p.expiry = time.AfterFunc(time.Until(t), func() {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.cond.Broadcast()
		})
	}
}

func (p *memPipe) shut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	if p.expiry != nil {
		p.expiry.Stop()
	}
	p.cond.Broadcast()
}

// fail makes reading fail.
func (p *memPipe) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.err = err
	p.cond.Broadcast()
}

// farConn is a client's connection from far away: what it sends arrives a while
// later. Writing does not wait. The client writes under a lock, and in a
// synctest bubble no time passes while a goroutine waits for a lock, so a sleep
// in Write would stop the clock that ends it.
type farConn struct {
	net.Conn
	away   time.Duration
	mu     sync.Mutex
	closed bool
	under  chan farBytes
}

type farBytes struct {
	p       []byte
	arrives time.Time
}

func newFarConn(c net.Conn, away time.Duration) *farConn {
	far := &farConn{Conn: c, away: away, under: make(chan farBytes, 1024)}
	go func() {
		for b := range far.under {
			time.Sleep(time.Until(b.arrives))
			_, _ = c.Write(b.p) // the client reads what became of it
		}
		_ = c.Close()
	}()
	return far
}

func (c *farConn) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return 0, net.ErrClosed
	}
	c.under <- farBytes{slices.Clone(p), time.Now().Add(c.away)}
	return len(p), nil
}

func (c *farConn) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		c.closed = true
		close(c.under)
	}
	return nil
}

// stallConn is a client's connection that can stop reading.
type stallConn struct {
	net.Conn
	stall atomic.Bool
	done  atomic.Bool
}

func (c *stallConn) Read(p []byte) (int, error) {
	for c.stall.Load() && !c.done.Load() {
		time.Sleep(100 * time.Millisecond)
	}
	return c.Conn.Read(p)
}

// dialStalling connects a client whose reading can be stalled.
func (f *fixture) dialStalling() (*client, *stallConn) {
	f.t.Helper()
	conn := &stallConn{Conn: f.raw()}
	c, err := f.tryDial(conn)
	if err != nil {
		f.t.Fatal(err)
	}
	return c, conn
}

func (c *stallConn) Close() error {
	c.done.Store(true)
	return c.Conn.Close()
}
