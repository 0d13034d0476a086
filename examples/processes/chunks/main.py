import multiprocessing


def is_prime(number):
    return number > 1 and all(
        number % d for d in range(2, int(number**0.5) + 1)
    )


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        answers = pool.map(is_prime, range(10_000), chunksize=1000)
    print("numbers:", len(answers))
    print("primes:", sum(answers))
    print("messages there:", len(answers) // 1000)
