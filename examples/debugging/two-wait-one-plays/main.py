import asyncio

pot = asyncio.Lock()
stove = asyncio.Lock()


async def hold(first, second, name):
    async with first:
        print(name, "has one of the two")
        try:
            await asyncio.sleep(0.2)
            async with second:
                print(name, "has both")
        finally:
            print(name, "gives back")


async def radio():
    await asyncio.sleep(0.4)
    print("the radio plays")


async def main():
    soup = asyncio.create_task(hold(pot, stove, "the soup"))
    tea = asyncio.create_task(hold(stove, pot, "the tea"))
    playing = asyncio.create_task(radio())
    await asyncio.wait([soup, tea], timeout=0.6)

    soup.cancel()
    print("the soup is called off")
    await asyncio.wait([soup, tea, playing])


asyncio.run(main())
