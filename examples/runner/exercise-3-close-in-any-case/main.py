import asyncio


async def job(number):
    await asyncio.sleep(0.1)
    if number == 2:
        raise ValueError("job 2 failed")
    return f"job {number} done"


with asyncio.Runner() as runner:
    for number in (1, 2, 3):
        try:
            print(runner.run(job(number)))
        except ValueError as error:
            print(error)
    loop = runner.get_loop()
print("loop closed:", str(loop.is_closed()).lower())
