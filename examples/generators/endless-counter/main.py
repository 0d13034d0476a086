def count_from(number):
    try:
        while True:
            yield number
            number += 1
    finally:
        print("a counter is closed")


small, large = count_from(1), count_from(1000)
print(next(small), next(small), next(large), next(small), next(large))

for number in small:
    if number > 6:
        break
    print("from a loop:", number)
small.close()

print("the other one still counts:", next(large))
large.close()
