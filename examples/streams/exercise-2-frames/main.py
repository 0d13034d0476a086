import asyncio


async def send(reader, writer):
    """Each message: one byte that gives its length, then the message."""
    for message in (b"tea is ready", b"mind the cup"):
        middle = len(message) // 2
        await asyncio.sleep(0.1)  # the network takes its time
        writer.write(bytes([len(message)]) + message[:middle])
        await asyncio.sleep(0.1)
        writer.write(message[middle:])
    writer.close()


async def read_message(reader):
    length = (await reader.readexactly(1))[0]
    return (await reader.readexactly(length)).decode()


async def main():
    async with await asyncio.start_server(send, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        print(await read_message(reader))
        print(await read_message(reader))
        writer.close()


asyncio.run(main())
