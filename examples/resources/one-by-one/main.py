import asyncio
from contextlib import aclosing


class Draft:
    def __init__(self, name):
        self.name = name
        print("opened", name)

    async def aclose(self):
        await asyncio.sleep(0.2)
        print("closed", self.name)


async def main():
    for name in ["the letter", "the list"]:
        async with aclosing(Draft(name)) as draft:
            print("wrote", draft.name)
    print("all is written")


asyncio.run(main())
