def letters():
    try:
        for letter in "abcdefgh":
            yield letter
    finally:
        print("the source is closed")


def take(amount, source):
    for _ in range(amount):
        yield next(source)
    source.close()


for letter in take(3, letters()):
    print(letter)
print("done")
