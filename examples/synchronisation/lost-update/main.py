import asyncio

tickets = 1


async def buy(name):
    global tickets
    if tickets == 0:
        print("sold out for", name)
        return
    await asyncio.sleep(0.1)  # the payment
    tickets -= 1
    print(name, "has a ticket, left:", tickets)


async def main():
    await asyncio.gather(buy("Ada"), buy("Bob"))


asyncio.run(main())
