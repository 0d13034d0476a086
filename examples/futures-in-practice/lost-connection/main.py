import asyncio
from collections import deque


class CarelessPool:
    def __init__(self, connection):
        self._idle = [connection]
        self._waiters = deque()

    async def acquire(self):
        if self._idle:
            return self._idle.pop(0)
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return await waiter

    def release(self, connection):
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        self._idle.append(connection)


async def main():
    pool = CarelessPool("the only line")
    line = await pool.acquire()
    ann = asyncio.create_task(pool.acquire())
    bob = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    print("two are waiting")

    pool.release(line)
    print("the line is given to Ann, who has not run yet")
    ann.cancel()
    print("Ann is cancelled")

    try:
        print("Bob has", await asyncio.wait_for(bob, 0.3))
    except TimeoutError:
        print("Bob waited in vain: the line is lost")


asyncio.run(main())
