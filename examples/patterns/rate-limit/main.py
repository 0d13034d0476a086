import asyncio


class Pace:
    """Lets one through at a time, so many seconds apart."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.next = 0

    async def turn(self):
        loop = asyncio.get_running_loop()
        now = loop.time()
        mine = max(now, self.next)
        self.next = mine + self.seconds
        await asyncio.sleep(mine - now)


async def request(number, pace):
    await pace.turn()
    print("request", number)


async def main():
    pace = Pace(0.2)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.gather(*(request(number, pace) for number in range(1, 5)))
    took = loop.time() - began
    print("four requests took 0.6 s or more:", str(took > 0.59).lower())


asyncio.run(main())
