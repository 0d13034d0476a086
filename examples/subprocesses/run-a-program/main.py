import asyncio
from asyncio.subprocess import PIPE


async def say(seconds, words):
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", f"sleep {seconds}; echo {words}", stdout=PIPE
    )
    out = await process.stdout.read()
    print("it says:", out.decode().strip())
    return await process.wait()


async def main():
    codes = await asyncio.gather(
        say(1.2, "and so is tea"), say(0.7, "coffee is ready"), say(0.2, "hot milk")
    )
    print("all have ended with", *codes)


asyncio.run(main())
