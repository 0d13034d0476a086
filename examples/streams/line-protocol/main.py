import asyncio

store = {}


def reply(line):
    """One request, one reply: knows nothing of connections."""
    match line.split():
        case ["SET", key, value]:
            store[key] = value
            return "OK"
        case ["GET", key]:
            return store.get(key, "NONE")
        case _:
            return "ERROR what?"


async def serve(reader, writer):
    while (line := (await reader.readline()).decode()) and line != "QUIT\n":
        writer.write(f"{reply(line)}\n".encode())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)

        requests = ["GET tea", "SET tea green", "GET tea", "MAKE tea"]
        # All at once: the replies come in order, so nothing need wait.
        writer.writelines(f"{each}\n".encode() for each in requests)
        writer.write(b"QUIT\n")
        await writer.drain()

        for request in requests:
            line = await reader.readline()
            print(request, "->", line.decode().strip())
        print("the rest:", (await reader.read()).decode() or "nothing")
        writer.close()


asyncio.run(main())
