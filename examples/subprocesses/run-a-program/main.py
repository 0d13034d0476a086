import asyncio
from asyncio.subprocess import PIPE


async def say(seconds, words):
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", f"sleep {seconds}; echo {words}", stdout=PIPE
    )
    out = await process.stdout.read()
    code = await process.wait()
    return out.decode().strip(), code


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for words, code in await asyncio.gather(
        say(0.5, "tea is ready"), say(0.4, "so is coffee"), say(0.3, "and milk")
    ):
        print(words, code)
    together = loop.time() - start < 1.1
    print("all at the same time:", "yes" if together else "no")


asyncio.run(main())
