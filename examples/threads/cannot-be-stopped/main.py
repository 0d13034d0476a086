import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(seconds):
    time.sleep(seconds)
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        try:
            long_job = loop.run_in_executor(pool, work, 0.6)
            await asyncio.wait_for(long_job, 0.1)
        except TimeoutError:
            print("we no longer wait")

        start = loop.time()
        print("next job:", await loop.run_in_executor(pool, work, 0))
        waited = loop.time() - start > 0.2
        print("it had to wait for the first:", "yes" if waited else "no")


asyncio.run(main())
