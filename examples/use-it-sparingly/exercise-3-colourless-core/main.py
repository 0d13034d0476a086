import asyncio


async def fetch_temperature(city):
    await asyncio.sleep(0.05)
    return {"Oslo": 4, "Rome": 19, "Cairo": 28}[city]


def hottest(temperatures):
    return max(temperatures, key=temperatures.get)


async def main():
    cities = ["Oslo", "Rome", "Cairo"]
    values = await asyncio.gather(*[fetch_temperature(city) for city in cities])
    print("hottest today:", hottest(dict(zip(cities, values))))
    print("hottest in a test:", hottest({"A": 1, "B": 3, "C": 2}))


asyncio.run(main())
