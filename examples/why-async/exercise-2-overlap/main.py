import asyncio


async def fetch_answer():
    print("asks the server")
    await asyncio.sleep(0.2)
    print("the server has answered")
    return 42


def count_primes(upto):
    primes = [n for n in range(2, upto) if all(n % d for d in range(2, n))]
    return len(primes)


async def main():
    answer = asyncio.create_task(fetch_answer())
    await asyncio.sleep(0)
    print("primes below 500:", count_primes(500))
    print("answer:", await answer)


asyncio.run(main())
