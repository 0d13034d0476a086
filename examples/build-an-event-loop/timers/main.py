import time
import types
from collections import deque

ready = deque()
timers = []  # pairs of a time and a coroutine, the earliest first


def run():
    while ready or timers:
        if not ready:
            time.sleep(max(0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            ready.append(timers.pop(0)[1])
        for _ in range(len(ready)):
            step(ready.popleft())


def step(coroutine):
    try:
        delay = coroutine.send(None)
    except StopIteration:
        return
    timers.append((time.monotonic() + delay, coroutine))
    timers.sort(key=lambda timer: timer[0])


@types.coroutine
def sleep(delay):
    yield delay


async def say_after(delay, what):
    await sleep(delay)
    print(what)
    await sleep(delay)
    print(what, "again")


ready.append(say_after(0.5, "world"))
ready.append(say_after(0.3, "hello"))
run()
