import asyncio


reached = 0


async def count_primes(upto):
    global reached
    count = 0
    for number in range(2, upto):
        reached = number
        if all(number % d for d in range(2, int(number**0.5) + 1)):
            count += 1
        if number % 1000 == 0:
            await asyncio.sleep(0)
    return count


async def answer_the_phone():
    for call in (1, 2, 3):
        print(f"call {call} is answered at number {reached}")
        await asyncio.sleep(0)


async def main():
    phone = asyncio.create_task(answer_the_phone())
    print("primes below 10000:", await count_primes(10_000))
    await phone


asyncio.run(main())
