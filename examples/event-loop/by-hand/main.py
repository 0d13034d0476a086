import asyncio

loop = asyncio.new_event_loop()


def report(loop, context):
    print(f"reported: {context['exception']}")


def fail():
    raise ValueError("a callback failed")


def count_down(number):
    print(number)
    if number == 0:
        loop.stop()
        return
    loop.call_later(0.05, count_down, number - 1)


loop.set_exception_handler(report)
loop.call_soon(count_down, 2)
loop.call_soon(fail)
print("scheduled, not run: running?", str(loop.is_running()).lower())
loop.run_forever()
print("stopped: running?", str(loop.is_running()).lower())
loop.close()
