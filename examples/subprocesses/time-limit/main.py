import asyncio
from asyncio.subprocess import PIPE


async def run_at_most(seconds, *command):
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, _ = await process.communicate()
            return out.decode().strip()
    finally:
        if process.returncode is None:
            process.kill()
            print("killed:", await process.wait())


async def main():
    print(await run_at_most(5, "echo", "quick"))
    try:
        await run_at_most(0.3, "sleep", "10")
    except TimeoutError:
        print("too slow")


asyncio.run(main())
