import asyncio


async def silent(reader, writer):
    await reader.read()  # until the other side gives up
    print("server: the client is gone")
    writer.close()


async def ask(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(b"how are you?\n")
        return await reader.readline()
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        try:
            async with asyncio.timeout(0.5):
                await ask(port)
        except TimeoutError:
            print("client: no answer")

    try:
        await ask(port)
    except ConnectionRefusedError:
        print("client: nobody listens")


asyncio.run(main())
