import asyncio

tickets = 1


async def buy(name, lock):
    global tickets
    async with lock:
        if tickets == 0:
            print("sold out for", name)
            return
        await asyncio.sleep(0.1)  # the payment
        tickets -= 1
        print(name, "has a ticket, left:", tickets)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(buy("Ada", lock), buy("Bob", lock))
    print("locked:", str(lock.locked()).lower())


asyncio.run(main())
