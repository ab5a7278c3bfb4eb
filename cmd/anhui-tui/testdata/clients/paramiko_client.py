"""Drives a session with paramiko: python3 paramiko_client.py PORT"""
import socket
import sys
import time

import paramiko

sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=120)
transport = paramiko.Transport(sock)
transport.start_client(timeout=120)
transport.auth_none("analyst")
channel = transport.open_session()
channel.get_pty("xterm-256color", 80, 24)
channel.invoke_shell()
channel.settimeout(120)
out = b""


def wait(want):
    global out
    start = len(out)
    while want not in out[start:]:
        data = channel.recv(65536)
        if not data:
            sys.exit("ended before %r: %r" % (want, out[-300:]))
        out += data


wait(b"Overview")
channel.resize_pty(100, 30)
wait(b"\x1b[30;")
channel.send(b"2")
wait(b"Anhui's share of China")
channel.send(b"q")
while True:
    data = channel.recv(65536)
    if not data:
        break
    out += data
status = channel.recv_exit_status()
transport.close()
sys.stdout.buffer.write(out)
sys.exit(status)
