import asyncio


async def price_of(thing):
    try:
        await asyncio.sleep(5 if thing == "cake" else 0.2)
        return "2.40"
    except asyncio.CancelledError:
        print("server: no longer looking for the price of", thing)
        raise


async def reply(reader):
    try:
        async with asyncio.timeout(0.9):
            thing = (await reader.readline()).decode().strip()
    except TimeoutError:
        return "408 you said nothing"
    try:
        async with asyncio.timeout(0.5):
            return f"200 {await price_of(thing)}"
    except TimeoutError:
        return "503 try again later"


async def serve(reader, writer):
    writer.write((await reply(reader)).encode())
    writer.close()


async def ask(port, thing):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    if thing != "":
        writer.write(f"{thing}\n".encode())
    answer = (await reader.read()).decode()
    print(thing or "(nothing)", "->", answer)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(ask(port, ""), ask(port, "cake"), ask(port, "tea"))


asyncio.run(main())
