import asyncio
import sys


async def answer(path):
    """The shop itself. Knows nothing of connections."""
    match path:
        case "/tea":
            await asyncio.sleep(0.4)
            return "200 OK", "2.40"
        case "/coffee":
            await asyncio.sleep(0.2)
            return "200 OK", "3.10"
        case "/cake":
            await asyncio.sleep(0.6)
            raise RuntimeError("the oven is out of order")
        case _:
            return "404 Not Found", "we do not have that"


async def reply(reader):
    head = ""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode(errors="replace")
        path = head.partition(" ")[2].partition(" ")[0]
        return await answer(path)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return "400 Bad Request", "please ask to the end"
    except Exception as error:
        print(head, error, file=sys.stderr)  # for us, not for the client
        return "500 Internal Server Error", "something went wrong"


async def serve(reader, writer):
    status, text = await reply(reader)
    writer.write(f"HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{text}".encode())
    await writer.drain()
    writer.close()


async def ask(port, path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head, text = (await reader.read()).decode().split("\r\n\r\n")
    print(path, head.split("\r\n")[0], "-", text)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        paths = ["/tea", "/coffee", "/cake", "/unicorn"]
        await asyncio.gather(*(ask(port, path) for path in paths))


asyncio.run(main())
