package sshd

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"

	"anhui-tui/model/runes"
)

var errProxy = errors.New("PROXY header")

const (
	proxyV2Signature = "\r\n\r\n\x00\r\nQUIT\n"
	maxProxyV1       = 107 // bytes with the line end, by the specification
	maxProxyV2       = 536 // bytes of addresses and extensions; a proxy sends some tens
)

// readProxyHeader reads a PROXY protocol header, version 1 or 2, and not a byte
// more. It returns the address of the client, or that of the proxy for LOCAL and
// UNKNOWN connections, which are the proxy's own.
func readProxyHeader(r io.Reader, proxy netip.Addr) (netip.Addr, error) {
	var start [12]byte
	if _, err := io.ReadFull(r, start[:]); err != nil {
		return netip.Addr{}, fmt.Errorf("%w: %w", errProxy, err)
	}
	if string(start[:]) == proxyV2Signature {
		return readProxyV2(r, proxy)
	}
	if bytes.HasPrefix(start[:], []byte("PROXY ")) {
		return readProxyV1(r, start[:], proxy)
	}
	return netip.Addr{}, fmt.Errorf("%w: there is none", errProxy)
}

func readProxyV1(r io.Reader, start []byte, proxy netip.Addr) (netip.Addr, error) {
	line := start
	for !bytes.HasSuffix(line, []byte("\r\n")) {
		if len(line) >= maxProxyV1 {
			return netip.Addr{}, fmt.Errorf("%w: too long", errProxy)
		}
		var b [1]byte
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return netip.Addr{}, fmt.Errorf("%w: %w", errProxy, err)
		}
		line = append(line, b[0])
	}
	words := strings.Split(strings.TrimSuffix(string(line), "\r\n"), " ")
	if len(words) >= 2 && words[1] == "UNKNOWN" {
		return proxy, nil
	}
	if len(words) != 6 || words[1] != "TCP4" && words[1] != "TCP6" {
		return netip.Addr{}, fmt.Errorf("%w: %q", errProxy, runes.Logged(string(line)))
	}
	addr, err := netip.ParseAddr(words[2])
	if err != nil || addr.Is4() != (words[1] == "TCP4") || addr.Zone() != "" {
		return netip.Addr{}, fmt.Errorf("%w: no such address: %q", errProxy, runes.Logged(words[2]))
	}
	return addr, nil
}

func readProxyV2(r io.Reader, proxy netip.Addr) (netip.Addr, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return netip.Addr{}, fmt.Errorf("%w: %w", errProxy, err)
	}
	length := int(binary.BigEndian.Uint16(head[2:]))
	if head[0]>>4 != 2 || length > maxProxyV2 {
		return netip.Addr{}, fmt.Errorf("%w: version %d, %d bytes", errProxy, head[0]>>4, length)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return netip.Addr{}, fmt.Errorf("%w: %w", errProxy, err)
	}
	switch command := head[0] & 0xf; {
	case command == 0: // LOCAL: a health check
		return proxy, nil
	case command != 1:
		return netip.Addr{}, fmt.Errorf("%w: command %d", errProxy, command)
	}
	switch family := head[1]; {
	case family == 0x11 && length >= 12: // TCP over IPv4
		return netip.AddrFrom4([4]byte(body)), nil
	case family == 0x21 && length >= 36: // TCP over IPv6
		return netip.AddrFrom16([16]byte(body)), nil
	case family == 0: // unspecified
		return proxy, nil
	default:
		return netip.Addr{}, fmt.Errorf("%w: family %#x, %d bytes", errProxy, family, length)
	}
}
