import asyncio
import random


class Unavailable(Exception):
    pass


calls = 0


async def ask():
    global calls
    calls += 1
    await asyncio.sleep(0.1)
    if calls < 4:
        raise Unavailable(f"call {calls}: unavailable")
    return f"call {calls}: here is the answer"


async def retry(attempts, first, job, random=random.random):
    """Waits at most `first` seconds, then at most twice as long, and so on."""
    longest = first
    while True:
        try:
            return await job()
        except Unavailable as error:
            attempts -= 1
            if attempts == 0:
                raise
            print(f"{error}, again within {longest} s")
        await asyncio.sleep(longest * random())
        longest *= 2


async def main():
    print(await retry(5, 0.1, ask, lambda: 0.5))


asyncio.run(main())
