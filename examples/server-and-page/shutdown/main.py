import asyncio

under_way = set()


async def serve(reader, writer):
    thing = (await reader.readline()).decode().strip()
    try:
        await asyncio.sleep(5 if thing == "cake" else 0.6)
        writer.write(b"200 here you are")
    except asyncio.CancelledError:
        writer.write(b"503 we are closing")
        raise
    finally:
        writer.close()


def accept(reader, writer):
    task = asyncio.create_task(serve(reader, writer))
    under_way.add(task)
    task.add_done_callback(under_way.discard)


async def shut_down(server, limit):
    server.close()
    print("closing,", len(under_way), "under way")
    if under_way:
        _, late = await asyncio.wait(under_way, timeout=limit)
        print("too slow:", len(late))
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def ask(port, thing):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        print(thing, "-> refused")
        return
    writer.write(f"{thing}\n".encode())
    print(thing, "->", (await reader.read()).decode())
    writer.close()


async def main():
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    clients = asyncio.gather(ask(port, "cake"), ask(port, "tea"))
    await asyncio.sleep(0.2)

    closing = asyncio.create_task(shut_down(server, 0.6))
    await asyncio.sleep(0.2)
    await ask(port, "coffee")
    await closing
    await clients
    print("closed")


asyncio.run(main())
