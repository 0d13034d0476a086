import asyncio


async def pay():
    await asyncio.sleep(0.6)
    print("the payment is booked")


async def check_out(payment):
    try:
        await asyncio.shield(payment)
    finally:
        print("the request has ended")


async def main():
    payment = asyncio.create_task(pay())
    task = asyncio.create_task(check_out(payment))
    await asyncio.sleep(0.2)

    task.cancel()
    print("the request is to stop")
    await asyncio.wait([task])
    print("what must be finished is waited for")
    await payment
    print("the server has stopped")


asyncio.run(main())
