import asyncio


async def add_up(reader, writer):
    numbers = (await reader.read()).decode().split()  # up to the end
    writer.write(f"{sum(map(int, numbers))}\n".encode())
    writer.close()


async def main():
    server = await asyncio.start_server(add_up, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in (1, 2, 39):
            writer.write(f"{number}\n".encode())
        writer.write_eof()
        print("all is said")
        print("the sum is", (await reader.read()).decode().strip())
        try:
            writer.write(b"4\n")
        except RuntimeError:
            print("and nothing more can be said")
        writer.close()


asyncio.run(main())
