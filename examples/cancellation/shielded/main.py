import asyncio


async def pay():
    await asyncio.sleep(0.4)
    print("paid")


async def checkout(payment):
    try:
        await asyncio.shield(payment)
    except asyncio.CancelledError:
        print("checkout cancelled")
        raise


async def main():
    payment = asyncio.create_task(pay())
    customer = asyncio.create_task(checkout(payment))
    await asyncio.sleep(0.2)

    customer.cancel()
    await asyncio.wait([customer])
    print("payment cancelled?", str(payment.cancelled()).lower())
    await payment


asyncio.run(main())
