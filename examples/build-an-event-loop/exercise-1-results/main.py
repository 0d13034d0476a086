from collections import deque


def run(*generators):
    ready = deque(generators)
    results = []
    while ready:
        generator = ready.popleft()
        try:
            next(generator)
        except StopIteration as stop:
            results.append(stop.value)
            continue
        ready.append(generator)
    return results


def climb(name, steps):
    for _ in range(steps):
        yield
    return f"{name} took {steps} steps"


for result in run(climb("Ada", 3), climb("Bob", 1), climb("Cleo", 2)):
    print(result)
