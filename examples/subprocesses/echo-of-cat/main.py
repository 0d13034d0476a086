import asyncio
from asyncio.subprocess import PIPE


async def hear(cat):
    print("cat says:", (await cat.stdout.readline()).decode().strip())


async def see_it_end(cat):
    await cat.wait()
    print("cat has ended")


async def main():
    # cat repeats what it reads, until its input ends.
    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)

    print("cat is running")
    hearing = asyncio.create_task(hear(cat))
    ending = asyncio.create_task(see_it_end(cat))
    cat.stdin.write(b"tea\n")
    print("tea is written")
    await hearing
    cat.stdin.close()
    print("the input is closed")
    await ending


asyncio.run(main())
