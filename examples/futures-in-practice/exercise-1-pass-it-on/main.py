import asyncio
from collections import deque


class Pool:
    def __init__(self, connection):
        self._idle = [connection]
        self._waiters = deque()

    async def acquire(self):
        if self._idle:
            return self._idle.pop(0)
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if not waiter.cancelled():
                self.release(waiter.result())
            raise

    def release(self, connection):
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        self._idle.append(connection)


async def main():
    pool = Pool("the only line")
    line = await pool.acquire()
    ann = asyncio.create_task(pool.acquire())
    bob = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)

    pool.release(line)
    ann.cancel()
    try:
        print("Bob has", await asyncio.wait_for(bob, 0.3))
    except TimeoutError:
        print("Bob waited in vain")


asyncio.run(main())
