import multiprocessing


def power(base, exponent):
    return base**exponent


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(*pool.starmap(power, [(2, 10), (3, 4), (10, 3)]))
