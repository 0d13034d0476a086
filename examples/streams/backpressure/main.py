import asyncio

PIECE = bytes(256 * 1024)
PIECES = 128  # together 32 MiB, more than any system keeps for us


async def send(writer, patient, most):
    for _ in range(PIECES):
        writer.write(PIECE)
        kept = writer.transport.get_write_buffer_size()
        most[0] = max(most[0], kept)
        if patient:
            await writer.drain()
    writer.write_eof()


async def try_it(patient):
    accepted = asyncio.Queue()

    async def serve(reader, writer):
        await accepted.put((reader, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        _, out = await asyncio.open_connection("127.0.0.1", port)
        reader, back = await accepted.get()

        most = [0]
        sending = asyncio.create_task(send(out, patient, most))
        await asyncio.sleep(0.3)  # all this time nobody reads
        print("through with sending:", str(sending.done()).lower())
        print("kept in memory:", "a little" if most[0] < 2**20 else "a lot")

        received = 0
        while data := await reader.read(2**16):
            received += len(data)
        await sending
        print("received:", received // 2**20, "MiB")
        out.close()
        back.close()


async def main():
    print("with drain")
    await try_it(True)
    print("without")
    await try_it(False)


asyncio.run(main())
