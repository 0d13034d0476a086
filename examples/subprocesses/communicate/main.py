import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec(
        "sort", "-n", stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    out, errors = await process.communicate(b"10\n9\n100\n")
    print("sorted:", *out.decode().split())
    print("errors:", len(errors), "bytes")
    print("ended with", process.returncode)


asyncio.run(main())
