import asyncio


class Unavailable(Exception):
    pass


def now():
    return asyncio.get_running_loop().time()


class Breaker:
    """After so many failures in a row refuses calls for a while, then lets one try."""

    def __init__(self, failures, pause):
        self.allowed = failures
        self.pause = pause
        self.failures = 0
        self.open_until = 0

    async def call(self, job):
        if now() < self.open_until:
            raise Unavailable("not even asked")
        # Whoever comes during this attempt is refused as well.
        if self.failures >= self.allowed:
            self.open_until = now() + self.pause
        try:
            answer = await job()
        except Unavailable:
            self.failures += 1
            if self.failures >= self.allowed:
                self.open_until = now() + self.pause
            raise
        self.failures = 0
        self.open_until = 0
        return answer


calls = 0


async def ask():
    global calls
    calls += 1
    await asyncio.sleep(0.1)
    if calls <= 2:
        raise Unavailable("no answer")
    return "an answer"


async def try_once(breaker):
    try:
        print(await breaker.call(ask))
    except Unavailable as error:
        print(error)


async def main():
    breaker = Breaker(2, 2)
    for _ in range(4):
        await try_once(breaker)
    await asyncio.sleep(2.2)
    await try_once(breaker)
    print("calls:", calls)


asyncio.run(main())
