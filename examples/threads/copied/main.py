import asyncio
import copy


def add_sugar(order):
    order.append("sugar")
    return order


async def main():
    order = ["tea"]
    # JavaScript copies by itself. Without deepcopy, Python would share.
    answer = await asyncio.to_thread(add_sugar, copy.deepcopy(order))
    print("the thread's:", *answer)
    print("ours:", *order)
    print("one list:", str(answer is order).lower())


asyncio.run(main())
