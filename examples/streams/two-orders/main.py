import asyncio


async def serve(reader, writer):
    await reader.read()
    print("the server has the order")
    writer.write(b"ready")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for thing in ["tea", "cake"]:
            writer.write(thing.encode())
            print("the client orders", thing)
            await asyncio.sleep(0.2)
        writer.write_eof()
        print("the client has spoken")
        await reader.read()
        print("the client has the answer")
        writer.close()


asyncio.run(main())
