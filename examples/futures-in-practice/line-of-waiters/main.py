import asyncio
from collections import deque


class Pool:
    def __init__(self, connections):
        self._idle = list(connections)
        self._waiters = deque()

    async def acquire(self):
        if self._idle:
            return self._idle.pop(0)
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return await waiter

    def release(self, connection):
        if self._waiters:
            self._waiters.popleft().set_result(connection)
        else:
            self._idle.append(connection)


async def visit(name, pool):
    connection = await pool.acquire()
    print(f"{name} takes {connection}")
    await asyncio.sleep(0.1)
    print(f"{name} gives {connection} back")
    pool.release(connection)


async def main():
    pool = Pool(["the only line"])
    names = ["Ann", "Bob", "Cid"]
    await asyncio.gather(*[visit(name, pool) for name in names])


asyncio.run(main())
