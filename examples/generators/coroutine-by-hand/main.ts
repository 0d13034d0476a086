type Interview<T> = Generator<string, T, string>;

function* ask(question: string): Interview<string> {
  return yield question;
}

function* interview(): Interview<string> {
  const name = yield* ask("name?");
  const city = yield* ask("city?");
  return `${name} lives in ${city}`;
}

const answers: Record<string, string> = { "name?": "Ada", "city?": "London" };
const coroutine = interview();
let answer = "";
while (true) {
  const { done, value } = coroutine.next(answer);
  if (done) {
    console.log("result:", value);
    break;
  }
  console.log("asked:", value);
  answer = answers[value] ?? "";
}
