import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def make_table():
    local.table = {"tea": 2, "coffee": 3}
    local.made = getattr(local, "made", 0) + 1


def price(drink):
    return local.table[drink], local.made


with ThreadPoolExecutor(1, initializer=make_table) as pool:
    answers = list(pool.map(price, ["tea", "coffee", "tea", "tea"]))

print("prices:", *[price for price, _ in answers])
print("tables made by one thread:", max(made for _, made in answers))
