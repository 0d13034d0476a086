import asyncio
import time

MESSAGE = bytes(64)


async def echo(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


async def client(host, port):
    reader, writer = await asyncio.open_connection(host, port)
    for _ in range(2000):
        writer.write(MESSAGE)
        await writer.drain()
        await reader.readexactly(len(MESSAGE))
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    start = time.perf_counter()
    await asyncio.gather(*(client(*address) for _ in range(50)))
    print(time.perf_counter() - start)
    server.close()
    await server.wait_closed()


asyncio.run(main())
