import multiprocessing


def count_primes(start, stop):
    return sum(
        number > 1 and all(number % d for d in range(2, int(number**0.5) + 1))
        for number in range(start, stop)
    )


if __name__ == "__main__":
    parts = [(n * 5000, (n + 1) * 5000) for n in range(4)]
    with multiprocessing.Pool(2) as pool:
        print("primes:", sum(pool.starmap(count_primes, parts)))
