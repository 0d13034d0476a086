import asyncio
from collections import deque


class Pool:
    def __init__(self):
        self._waiters = deque()

    async def acquire(self):
        """The pool is empty, so that everybody waits."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return await waiter

    def close(self):
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_exception(ConnectionError("the pool is closed"))
        self._waiters.clear()


async def visit(name, pool):
    try:
        async with asyncio.timeout(0.3):
            await pool.acquire()
    except ConnectionError as error:
        print(f"{name}: {error}")
    except TimeoutError:
        print(f"{name} waited until the timeout")


async def main():
    pool = Pool()
    visits = [visit(name, pool) for name in ("Ann", "Bob", "Cid")]
    tasks = [asyncio.create_task(coroutine) for coroutine in visits]
    await asyncio.sleep(0)
    tasks[1].cancel()
    pool.close()
    await asyncio.wait(tasks)
    print("Bob was cancelled:", str(tasks[1].cancelled()).lower())


asyncio.run(main())
