"""Drives a session with asyncssh: python3 asyncssh_client.py PORT"""
import asyncio
import sys

import asyncssh


async def main():
    out = b""
    async with asyncssh.connect("127.0.0.1", int(sys.argv[1]), username="analyst", known_hosts=None,
                                client_keys=None, agent_path=None, config=None) as conn:
        process = await conn.create_process(term_type="xterm-256color", term_size=(80, 24), encoding=None)

        async def wait(want):
            nonlocal out
            start = len(out)
            while want not in out[start:]:
                data = await asyncio.wait_for(process.stdout.read(65536), 120)
                if not data:
                    sys.exit("ended before %r: %r" % (want, out[-300:]))
                out += data

        await wait(b"Overview")
        process.change_terminal_size(100, 30)
        await wait(b"\x1b[30;")
        process.stdin.write(b"2")
        await wait(b"Anhui's share of China")
        process.stdin.write(b"q")
        out += await asyncio.wait_for(process.stdout.read(), 120)
        await process.wait()
        sys.stdout.buffer.write(out)
        return process.exit_status


sys.exit(asyncio.run(main()))
