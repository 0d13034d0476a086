import asyncio


def feed(reader):
    """Stands in for a network: bytes in pieces, then the end."""
    for piece in (b"te", b"a\ncof", b"fee\nwa", b"ter"):
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    feed(reader)
    while line := await reader.readline():
        print("line:", line.decode().strip())
    print("at the end:", len(await reader.readline()), "bytes")

    reader = asyncio.StreamReader()
    feed(reader)
    print("exactly 3:", (await reader.readexactly(3)).decode())
    print("up to ff:", (await reader.readuntil(b"ff")).decode().strip())
    try:
        await reader.readexactly(100)
    except asyncio.IncompleteReadError as error:
        print("only", len(error.partial), "bytes of", error.expected)


asyncio.run(main())
