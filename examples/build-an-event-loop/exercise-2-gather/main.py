import time

ready, timers = [], []


class Future:
    def __init__(self):
        self.done, self.result, self.callbacks = False, None, []

    def set_result(self, result):
        self.done, self.result = True, result
        ready.extend(self.callbacks)

    def __await__(self):
        if not self.done:
            yield self
        return self.result


def create_task(coroutine):
    task = Future()

    def step():
        try:
            coroutine.send(None).callbacks.append(step)
        except StopIteration as stop:
            task.set_result(stop.value)

    ready.append(step)
    return task


async def sleep(delay):
    future = Future()
    timers.append((time.monotonic() + delay, future))
    timers.sort(key=lambda timer: timer[0])
    await future


def run(task):
    while not task.done:
        if not ready:
            time.sleep(max(0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            timers.pop(0)[1].set_result(None)
        batch, ready[:] = ready[:], []
        for callback in batch:
            callback()
    return task.result


async def gather(*coroutines):
    tasks = [create_task(coroutine) for coroutine in coroutines]
    return [await task for task in tasks]


async def square(number, delay):
    await sleep(delay)
    print("squared", number)
    return number * number


async def main():
    squares = await gather(square(2, 0.4), square(3, 0.1), square(4, 0.25))
    print(*squares)


run(create_task(main()))
