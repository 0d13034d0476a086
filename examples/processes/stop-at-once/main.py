import multiprocessing
import time


def run_for_ever():
    while True:
        pass


if __name__ == "__main__":
    pool = multiprocessing.Pool(1)
    job = pool.apply_async(run_for_ever)
    time.sleep(0.3)
    print("it is done:", str(job.ready()).lower())
    pool.terminate()
    pool.join()
    print("the pool has ended")
