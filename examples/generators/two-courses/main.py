def starters():
    print("the soup is cooked")
    yield "soup"
    print("the soup plates are washed")


def dinner():
    yield "bread"
    yield from starters()
    print("the fish is fried")
    yield "fish"


for dish in dinner():
    print("the guest eats", dish)
print("the guest pays")
