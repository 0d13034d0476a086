from collections import deque

ready = deque()


class Future:
    def __init__(self):
        self._callbacks = []

    def add_done_callback(self, callback):
        self._callbacks.append(callback)

    def set_result(self):
        ready.extend(self._callbacks)


future = Future()
future.add_done_callback(lambda: print("the guest drinks"))


def cook():
    print("the cook pours the tea")
    future.set_result()
    print("the cook goes home")


ready.append(cook)
ready.append(lambda: print("the waiter bows"))

while ready:
    ready.popleft()()
