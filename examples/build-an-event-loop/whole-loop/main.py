import select
import socket
import time

ready, timers, readers = [], [], {}


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
            limit = max(0, timers[0][0] - time.monotonic()) if timers else None
            for reader in select.select([*readers], [], [], limit)[0]:
                readers.pop(reader).set_result(reader.recv(100).decode())
        while timers and timers[0][0] <= time.monotonic():
            timers.pop(0)[1].set_result(None)
        batch, ready[:] = ready[:], []
        for callback in batch:
            callback()
    return task.result


async def talk(end):
    await sleep(0.3)
    end.send(b"hello")
    return "sent"


async def main():
    here, there = socket.socketpair()
    readers[here] = message = Future()
    talking = create_task(talk(there))
    print("received:", await message)
    print("talk says:", await talking)
    here.close(), there.close()


run(create_task(main()))
