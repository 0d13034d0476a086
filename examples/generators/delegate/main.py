def inner():
    try:
        answer = yield "question"
        print("  inner got:", answer)
        return "inner result"
    except ValueError as error:
        print("  inner caught:", error)
        return "inner repaired"


def outer():
    print("  outer got:", (yield from inner()))
    print("  outer got:", (yield from inner()))
    yield "last"


steps = outer()
print(next(steps))
print(steps.send("answer"))
print(steps.throw(ValueError("oops")))
