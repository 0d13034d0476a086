import asyncio
from collections import deque


class Line:
    def __init__(self):
        self._is_free = True
        self._waiters = deque()

    async def acquire(self):
        if self._is_free:
            self._is_free = False
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter

    def release(self):
        if self._waiters:
            self._waiters.popleft().set_result(None)
        else:
            self._is_free = True


line = Line()


async def ann():
    print("Ann asks for it")
    await line.acquire()
    print("Ann has the line")
    line.release()
    print("Ann has given it back")


async def main():
    await line.acquire()
    print("Bob has the line")
    calling = asyncio.create_task(ann())
    await asyncio.sleep(0)

    line.release()
    print("Bob has given it back")
    await line.acquire()
    print("Bob has it once more")
    line.release()
    await calling


asyncio.run(main())
