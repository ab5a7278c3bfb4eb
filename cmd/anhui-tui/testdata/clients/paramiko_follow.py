"""Follows with paramiko until it sees something: paramiko_follow.py PORT COLUMNS LINES COMMAND WANT"""
import socket
import sys

import paramiko

port, columns, lines, command, want = sys.argv[1:]
sock = socket.create_connection(("127.0.0.1", int(port)), timeout=120)
transport = paramiko.Transport(sock)
transport.start_client(timeout=120)
transport.auth_none("analyst")
channel = transport.open_session()
channel.get_pty("xterm-256color", int(columns), int(lines))
channel.exec_command(command)
channel.settimeout(120)
out = b""
pressed = False
while True:
    data = channel.recv(65536)
    if not data:
        break
    out += data
    if want.encode() in out and not pressed:
        pressed = True
        channel.send(b"q")
status = channel.recv_exit_status()
transport.close()
sys.stdout.buffer.write(out)
sys.exit(status)
