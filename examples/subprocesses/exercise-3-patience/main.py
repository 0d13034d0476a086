import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", "echo one moment; exec sleep 1", stdout=PIPE
    )
    print((await process.stdout.readline()).decode().strip())
    try:
        await asyncio.wait_for(process.wait(), 0.2)
    except TimeoutError:
        process.terminate()
    print("ended with", await process.wait())


asyncio.run(main())
