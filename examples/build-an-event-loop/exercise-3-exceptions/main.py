import time

ready, timers = [], []


class Future:
    def __init__(self):
        self.done, self.result, self.error = False, None, None
        self.callbacks = []

    def set_result(self, result):
        self.done, self.result = True, result
        ready.extend(self.callbacks)

    def set_error(self, error):
        self.error = error
        self.set_result(None)

    def __await__(self):
        if not self.done:
            yield self
        if self.error is not None:
            raise self.error
        return self.result


def create_task(coroutine):
    task = Future()

    def step():
        try:
            coroutine.send(None).callbacks.append(step)
        except StopIteration as stop:
            task.set_result(stop.value)
        except Exception as error:
            task.set_error(error)

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


async def divide(a, b):
    await sleep(0.1)
    if b == 0:
        raise ZeroDivisionError("divided by zero")
    return a // b


async def main():
    print("6 / 2 =", await create_task(divide(6, 2)))
    try:
        print("6 / 0 =", await create_task(divide(6, 0)))
    except ZeroDivisionError as error:
        print("caught:", error)


run(create_task(main()))
