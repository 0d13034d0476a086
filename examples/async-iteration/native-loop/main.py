import asyncio


async def longest(lines):
    longest = ""
    async for line in lines:
        text = line.decode().strip()
        print("got", text)
        longest = text if len(text) > len(longest) else longest
    return longest


async def feed(reader):
    for word in ["to", "be", "or", "not"]:
        await asyncio.sleep(0.2)
        reader.feed_data(f"{word}\n".encode())
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    feeding = asyncio.create_task(feed(reader))
    print("longest:", await longest(reader))
    await feeding


asyncio.run(main())
