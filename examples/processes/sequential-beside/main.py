import multiprocessing
import sys
import time

LIMIT = 200_000  # try 5_000_000
JOBS = [LIMIT + n for n in range(20)]


def sum_of_squares(limit):
    return sum(n * n for n in range(limit))


def chart(times):
    for name, seconds in times.items():
        blocks = "#" * round(40 * seconds / max(times.values()))
        print(f"{name:11} {seconds:6.2f} s {blocks}", file=sys.stderr)


if __name__ == "__main__":
    start = time.perf_counter()
    one_by_one = [sum_of_squares(job) for job in JOBS]
    sequential = time.perf_counter() - start

    start = time.perf_counter()
    with multiprocessing.Pool() as pool:  # a process for each processor
        together = pool.map(sum_of_squares, JOBS)
    pooled = time.perf_counter() - start

    print("sums:", len(together))
    print("the same in both ways:", "yes" if one_by_one == together else "no")
    chart({"one by one": sequential, "pool": pooled})
