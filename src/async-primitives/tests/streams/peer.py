"""A peer on CPython's asyncio: `serve` echoes until its input ends, `ask` sends lines and a blob and checks the echo.

Usage: peer.py serve|ask tcp|unix|tls ADDRESS CERTIFICATE_FOLDER
"""

import asyncio
import random
import ssl
import sys

role, kind, address, folder = sys.argv[1:]
cert, key = f"{folder}/cert.pem", f"{folder}/key.pem"


def server_ssl():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def echo(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def serve():
    if kind == "unix":
        server = await asyncio.start_unix_server(echo, address)
        print(address, flush=True)
    else:
        context = server_ssl() if kind == "tls" else None
        server = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=context)
        print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


async def connect():
    if kind == "unix":
        return await asyncio.open_unix_connection(address)
    context = ssl.create_default_context(cafile=cert) if kind == "tls" else None
    return await asyncio.open_connection("localhost" if kind == "tls" else "127.0.0.1", int(address), ssl=context)


async def ask():
    reader, writer = await connect()
    for n in range(1000):
        line = b"x" * random.randrange(200) + b" %d\n" % n
        writer.write(line)
        await writer.drain()
        assert await reader.readline() == line
    blob = random.randbytes(5_000_000)

    async def send():
        for start in range(0, len(blob), 100_000):
            writer.write(blob[start : start + 100_000])
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()

    sending = asyncio.create_task(send())
    assert await reader.readexactly(len(blob)) == blob
    await sending
    if writer.can_write_eof():
        assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    print("same")


asyncio.run(serve() if role == "serve" else ask())
