from collections import deque

ready = deque()


def run():
    while ready:
        coroutine = ready.popleft()
        try:
            next(coroutine)
        except StopIteration:
            continue
        ready.append(coroutine)


def cook(dish):
    print(dish, "is begun")
    yield
    print(dish, "is cooked")


def order():
    ready.append(cook("soup"))
    print("soup is ordered")
    yield
    ready.append(cook("cake"))
    print("cake is ordered")
    yield from cook("tea")


ready.append(order())
run()
