def count(name, upto):
    for number in range(1, upto + 1):
        yield f"{name} {number}"


def take_turns(*generators):
    waiting = list(generators)
    while waiting:
        generator = waiting.pop(0)
        try:
            yield next(generator)
        except StopIteration:
            continue
        waiting.append(generator)


for step in take_turns(count("red", 2), count("blue", 3), count("green", 1)):
    print(step)
