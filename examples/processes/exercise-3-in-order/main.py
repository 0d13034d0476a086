import multiprocessing
import time


def brew(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        for seconds in pool.imap(brew, [1.6, 0.1]):
            print("ready:", seconds)
