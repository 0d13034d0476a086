import asyncio


poems = [["first the tea", "then the milk", "never the other way"], ["or no milk"]]


async def recite(reader, writer):
    for line in poems.pop(0):
        writer.write(f"{line}\n".encode())
        await writer.drain()
    writer.close()


async def read_lines(reader):
    lines = []
    while line := await reader.readline():
        lines.append(line.decode().strip())
    return lines


async def main():
    async with await asyncio.start_server(recite, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        while poems:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            lines = await read_lines(reader)
            for line in lines:
                print(line)
            print("lines:", len(lines))
            writer.close()


asyncio.run(main())
