import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def say(port, words):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    heard = []
    for word in words:
        writer.write(f"{word}\n".encode())
        await writer.drain()
        heard.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return heard


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        answers = await asyncio.gather(
            say(port, ["tea", "coffee"]),
            say(port, ["one", "two", "three"]),
            say(port, ["good day"]),
        )
    for heard in answers:
        print(", ".join(heard))


asyncio.run(main())
