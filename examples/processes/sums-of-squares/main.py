import multiprocessing


def sum_of_squares(limit):
    return sum(n * n for n in range(limit))


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        sums = pool.map(sum_of_squares, [10, 100, 1000, 100_000])
    for total in sums:
        print(total)
