import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

finished = []


def work(name, seconds):
    time.sleep(seconds)
    finished.append(name)
    return finished


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        # Once it is finished the thread is there, and begins the next one at once.
        await loop.run_in_executor(pool, work, "short", 0)
        try:
            long_job = loop.run_in_executor(pool, work, "long", 0.6)
            await asyncio.wait_for(long_job, 0.1)
        except TimeoutError:
            print("we no longer wait")

        done = await loop.run_in_executor(pool, work, "next", 0)
        print("finished by the thread:", ", ".join(done))


asyncio.run(main())
