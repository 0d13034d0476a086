import asyncio
from collections import deque


class Slot:
    def __init__(self):
        self.free = True
        self._waiters = deque()

    async def wait_in_line(self, at_front=False):
        waiter = asyncio.get_running_loop().create_future()
        if at_front:
            self._waiters.appendleft(waiter)
        else:
            self._waiters.append(waiter)
        await waiter

    def wake_first(self):
        if not self._waiters:
            return False
        self._waiters.popleft().set_result(None)
        return True


class SignallingSlot(Slot):
    """The woken one looks again, and returns to the front if it must."""

    async def acquire(self):
        looked = False
        while not self.free:
            await self.wait_in_line(at_front=looked)
            looked = True
        self.free = False

    def release(self):
        self.free = True
        self.wake_first()


class HandingSlot(Slot):
    """The woken one has the slot: it was never free in between."""

    async def acquire(self):
        if self.free:
            self.free = False
        else:
            await self.wait_in_line()

    def release(self):
        if not self.wake_first():
            self.free = True


async def use(name, slot, order):
    await slot.acquire()
    order.append(name)
    await asyncio.sleep(0.05)
    slot.release()


async def order_of_use(slot):
    order = []
    await slot.acquire()
    first = asyncio.create_task(use("first", slot, order))
    second = asyncio.create_task(use("second", slot, order))
    await asyncio.sleep(0)

    slot.release()
    await use("newcomer", slot, order)
    await asyncio.gather(first, second)
    return ", ".join(order)


async def main():
    print("signal:", await order_of_use(SignallingSlot()))
    print("hand over:", await order_of_use(HandingSlot()))


asyncio.run(main())
