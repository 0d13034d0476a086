import types
from collections import deque

ready = deque()


def run():
    while ready:
        coroutine = ready.popleft()
        try:
            coroutine.send(None)
        except StopIteration:
            continue
        ready.append(coroutine)


@types.coroutine
def give_way():
    yield


async def count(name, upto):
    for number in range(1, upto + 1):
        print(name, number)
        await give_way()
    print(name, "is done")


ready.append(count("tick", 2))
ready.append(count("tock", 3))
run()
