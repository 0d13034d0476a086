import asyncio


def count_primes(upto):
    return sum(
        all(number % d for d in range(2, int(number**0.5) + 1))
        for number in range(2, upto)
    )


counting = False


async def phone():
    await asyncio.sleep(0)
    print("hello? We are counting" if counting else "hello?")


async def main():
    global counting
    call = asyncio.create_task(phone())
    counting = True
    print("primes:", await asyncio.to_thread(count_primes, 20000))
    counting = False
    await call


asyncio.run(main())
