import asyncio
from asyncio.subprocess import PIPE


async def greet(name):
    process = await asyncio.create_subprocess_exec(
        "echo", "hello", name, stdout=PIPE
    )
    out, _ = await process.communicate()
    return out.decode().strip()


async def main():
    print(await greet("Ann"))
    print(await greet("$(echo Bob)"))


asyncio.run(main())
