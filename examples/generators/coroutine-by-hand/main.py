import types


@types.coroutine
def ask(question):
    return (yield question)


async def interview():
    name = await ask("name?")
    city = await ask("city?")
    return f"{name} lives in {city}"


answers = {"name?": "Ada", "city?": "London"}
coroutine = interview()
answer = None
while True:
    try:
        question = coroutine.send(answer)
    except StopIteration as stop:
        print("result:", stop.value)
        break
    print("asked:", question)
    answer = answers[question]
