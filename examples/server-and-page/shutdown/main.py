import asyncio
import sys

under_way = set()


async def serve(reader, writer):
    try:
        thing = (await reader.readline()).decode().strip()
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
    task.add_done_callback(ended)


def ended(task):
    under_way.discard(task)
    if not task.cancelled() and task.exception() is not None:
        print("a request has failed:", task.exception(), file=sys.stderr)


async def wait_for_requests(limit):
    if under_way:
        await asyncio.wait(under_way, timeout=limit)


async def shut_down(server, limit):
    server.close()
    print("closing,", len(under_way), "under way")
    await asyncio.sleep(0.1)  # for those who were let in just before
    await wait_for_requests(limit)
    print("too slow:", len(under_way))
    for task in under_way:
        task.cancel()
    await wait_for_requests(limit)


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
