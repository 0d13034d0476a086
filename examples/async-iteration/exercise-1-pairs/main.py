import asyncio


async def letters():
    for letter in "abcde":
        await asyncio.sleep(0.2)
        yield letter


async def in_pairs(source):
    pair = ""
    async for letter in source:
        pair += letter
        if len(pair) == 2:
            yield pair
            pair = ""
    if pair:
        yield pair


async def main():
    async for pair in in_pairs(letters()):
        print(pair)


asyncio.run(main())
