import asyncio


class Gate:
    def __init__(self):
        self._is_open = False
        self._waiters = []

    async def pass_through(self):
        if self._is_open:
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter

    def open(self):
        self._is_open = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()


async def walk(name, gate):
    print(name, "comes to the gate")
    await gate.pass_through()
    print(name, "is through")


async def main():
    gate = Gate()
    ann = asyncio.create_task(walk("Ann", gate))
    bob = asyncio.create_task(walk("Bob", gate))
    await asyncio.sleep(0.05)
    print("the gate opens")
    gate.open()
    await asyncio.gather(ann, bob)
    await walk("Cid", gate)


asyncio.run(main())
