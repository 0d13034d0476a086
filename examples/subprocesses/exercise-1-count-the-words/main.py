import asyncio
from asyncio.subprocess import PIPE


async def count_words(text):
    process = await asyncio.create_subprocess_exec(
        "wc", "-w", stdin=PIPE, stdout=PIPE
    )
    out, _ = await process.communicate(text.encode())
    return int(out)


async def main():
    print("words:", await count_words("first the tea\nthen the milk\n"))


asyncio.run(main())
