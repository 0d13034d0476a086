import multiprocessing
import time


def brew(drink, seconds):
    time.sleep(seconds)
    return drink


def say(drink):
    print(f"the {drink} is ready")


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        pool.apply_async(brew, ("coffee", 0.3), callback=say)
        print("the coffee is ordered")
        pool.close()
        print("no more orders are taken")
        pool.join()
        print("the cook has gone home")
