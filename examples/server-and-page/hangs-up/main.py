import asyncio
import sys

payments = set()


async def pay(name):
    print(f"{name} pays")
    await asyncio.sleep(0.4)
    print(f"{name} has paid")


def ended(payment):
    payments.discard(payment)
    if not payment.cancelled() and payment.exception() is not None:
        print("a payment has failed:", payment.exception(), file=sys.stderr)


async def order(name):
    try:
        await asyncio.sleep(0.4)  # is there a cake left?
        payment = asyncio.create_task(pay(name))
        payments.add(payment)
        payment.add_done_callback(ended)
        await asyncio.shield(payment)
        return f"a cake for {name}"
    except asyncio.CancelledError:
        print(f"no cake is wrapped for {name}")
        raise


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    ordering = asyncio.create_task(order(name))
    leaving = asyncio.create_task(reader.read(1))  # ends when the client goes
    both = [ordering, leaving]
    try:
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if ordering.done():
            writer.write(ordering.result().encode())
    finally:
        ordering.cancel()
        leaving.cancel()
        writer.close()


async def ask(port, name, patience):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    try:
        async with asyncio.timeout(patience):
            print("answer:", (await reader.read()).decode())
    except TimeoutError:
        print(f"{name} hangs up")
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await ask(port, "Ann", 5)
        await ask(port, "Bob", 0.2)
        await asyncio.sleep(0.2)
        await ask(port, "Dan", 0.6)
    await asyncio.gather(*payments, return_exceptions=True)


asyncio.run(main())
