import asyncio


async def serve(reader, writer):
    print("the server reads:", (await reader.readline()).decode().strip())
    writer.write(b"here you are\n")
    print("the server has answered")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)

        writer.write(b"tea, please\n")
        print("the client has written")
        await writer.drain()
        print("the client has drained")
        print("the client reads:", (await reader.readline()).decode().strip())
        writer.close()


asyncio.run(main())
