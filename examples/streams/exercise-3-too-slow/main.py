import asyncio


async def greet(reader, writer):
    try:
        async with asyncio.timeout(0.3):
            name = (await reader.readline()).decode().strip()
        writer.write(f"hello, {name}\n".encode())
    except TimeoutError:
        writer.write(b"too slow\n")
    writer.close()


async def call(port, name, pause):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(pause)
    writer.write(f"{name}\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def main():
    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        for answer in await asyncio.gather(
            call(port, "Ann", 0), call(port, "Bob", 0.6)
        ):
            print(answer)


asyncio.run(main())
