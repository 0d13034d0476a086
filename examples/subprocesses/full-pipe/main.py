import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec(
        "head", "-c", "1000000", "/dev/zero", stdout=PIPE
    )
    try:
        await asyncio.wait_for(process.wait(), 0.5)
    except TimeoutError:
        print("it does not end while nobody reads")

    out = await process.stdout.read()
    print("read:", len(out), "bytes")
    print("ended with", await process.wait())


asyncio.run(main())
