import multiprocessing


def square(n):
    return n * n


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        for result in pool.imap(square, range(1, 6)):
            print(result)

        any_order = pool.imap_unordered(square, range(1, 6))
        print("all of them:", *sorted(any_order))
