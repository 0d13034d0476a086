def greeting():
    print("  (begins)")
    yield "hello"
    print("  (goes on)")
    yield "world"
    print("  (ends)")
    return "goodbye"


words = greeting()
print("made, nothing has run")
print(next(words))
print(next(words))
try:
    next(words)
except StopIteration as stop:
    print("exhausted:", stop.value)
