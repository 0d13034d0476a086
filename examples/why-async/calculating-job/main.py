import asyncio
import sys


async def count_primes(upto):
    """Never waits: it keeps the processor until it is finished."""
    count = 0
    for number in range(2, upto):
        if all(number % d for d in range(2, int(number**0.5) + 1)):
            count += 1
    return count


async def main():
    loop = asyncio.get_running_loop()
    jobs = [6000, 7000, 8000, 9000]
    sequential, concurrent = [], []

    for _ in range(3):
        start = loop.time()
        one_by_one = [await count_primes(job) for job in jobs]
        sequential.append(loop.time() - start)

        start = loop.time()
        at_once = await asyncio.gather(*[count_primes(job) for job in jobs])
        concurrent.append(loop.time() - start)

    print("primes:", *at_once)
    print("same answers:", str(one_by_one == at_once).lower())
    # Measured here and now, so it goes to the error output.
    print(f"one by one: {min(sequential) * 1000:.1f} ms", file=sys.stderr)
    print(f"on the loop: {min(concurrent) * 1000:.1f} ms", file=sys.stderr)


asyncio.run(main())
