def average():
    total = count = 0
    result = None
    while True:
        number = yield result
        total += number
        count += 1
        result = total / count


running = average()
next(running)  # up to the first yield, which waits for a number
for number in (10, 20, 60):
    print("in:", number, "out:", f"{running.send(number):.0f}")
