import asyncio


def count_primes(upto):
    return sum(
        all(number % d for d in range(2, int(number**0.5) + 1))
        for number in range(2, upto)
    )


async def phone():
    await asyncio.sleep(0)
    print("hello?")


async def main():
    call = asyncio.create_task(phone())
    print("primes:", await asyncio.to_thread(count_primes, 20000))
    await call


asyncio.run(main())
