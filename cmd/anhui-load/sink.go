package main

import (
	"io"
	"net"

	"golang.org/x/crypto/ssh"
)

// sink is a server that takes whatever clients send, and throws it away: what is
// left for others of a machine whose clients send as much.
type sink struct{ net.Listener }

// serveSink returns a sink.
func serveSink(ln net.Listener, key ssh.Signer) sink {
	config := &ssh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(key)
	go func() {
		for {
			raw, err := ln.Accept()
			if err != nil {
				return
			}
			go swallow(raw, config)
		}
	}()
	return sink{ln}
}

// swallow accepts everything on a connection, to its end.
func swallow(raw net.Conn, config *ssh.ServerConfig) {
	defer raw.Close() //nolint:errcheck // it is over
	conn, channels, requests, err := ssh.NewServerConn(raw, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for ch := range channels {
		channel, requests, err := ch.Accept()
		if err != nil {
			return
		}
		go discard(channel.Stderr())
		go func() {
			for req := range requests {
				_ = req.Reply(true, nil) // a failure ends the connection
				if req.Type == "shell" || req.Type == "exec" {
					_, _ = io.WriteString(channel, "x") // the first frame
				}
			}
		}()
		go func() {
			discard(channel)
			_ = conn.Close()
		}()
	}
}
