import asyncio

queue = asyncio.Queue(1)


def offer(order):
    try:
        queue.put_nowait(order)
        print(f"{order}: accepted")
    except asyncio.QueueFull:
        print(f"{order}: come back later")


def serve():
    try:
        print(f"{queue.get_nowait()}: served")
    except asyncio.QueueEmpty:
        print("nothing to do")


offer("tea")
offer("coffee")
serve()
serve()
