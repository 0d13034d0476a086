import multiprocessing
import time


def brew(drink, seconds):
    time.sleep(seconds)
    return drink


def say(drink):
    print(f"the {drink} is ready")


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        coffee = pool.apply_async(brew, ("coffee", 0.3), callback=say)
        tea = pool.apply_async(brew, ("tea", 0.1), callback=say)
        print("both are ordered")

        print("Ann has her", tea.get())
        print("Bob has his", coffee.get())
