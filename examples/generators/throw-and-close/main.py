def patient():
    try:
        while True:
            try:
                yield "waiting"
            except ValueError as error:
                print("  caught inside:", error)
    finally:
        print("  cleaned up")


first = patient()
print(next(first))
print(first.throw(ValueError("bad news")))
first.close()

second = patient()
print(next(second))
try:
    second.throw(KeyError("fatal"))
except KeyError:
    print("not caught inside, so it came out")
