"""Follows with asyncssh until it sees something: asyncssh_follow.py PORT COLUMNS LINES COMMAND WANT"""
import asyncio
import sys

import asyncssh


async def main():
    port, columns, lines, command, want = sys.argv[1:]
    out = b""
    pressed = False
    async with asyncssh.connect("127.0.0.1", int(port), username="analyst", known_hosts=None,
                                client_keys=None, agent_path=None, config=None) as conn:
        process = await conn.create_process(command, term_type="xterm-256color",
                                            term_size=(int(columns), int(lines)), encoding=None)
        while True:
            data = await asyncio.wait_for(process.stdout.read(65536), 120)
            if not data:
                break
            out += data
            if want.encode() in out and not pressed:
                pressed = True
                process.stdin.write(b"q")
        await process.wait()
        sys.stdout.buffer.write(out)
        return process.exit_status


sys.exit(asyncio.run(main()))
