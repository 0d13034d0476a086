import asyncio


class CountingLoop(asyncio.SelectorEventLoop):
    """A loop of our own, whose futures are counted."""

    futures = 0

    def create_future(self):
        self.futures += 1
        return super().create_future()


async def main():
    loop = asyncio.get_running_loop()
    before = loop.futures
    await asyncio.sleep(0.01)
    await asyncio.sleep(0)
    await asyncio.gather(asyncio.sleep(0.01), asyncio.sleep(0.02))
    print("futures made by four sleeps:", loop.futures - before)


with asyncio.Runner(loop_factory=CountingLoop) as runner:
    runner.run(main())
