/** Not an async function, yet it can be awaited: it returns a promise that is filled in later. */
function answerLater<T>(delay: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), delay * 1000));
}

async function countLetters(word: string): Promise<number> {
  await answerLater(0.1, undefined);
  return word.length;
}

async function main(): Promise<void> {
  // A promise cannot be asked whether it is settled. One has to keep note of it.
  let done = false;
  const promise = answerLater(0.2, "forty-two").finally(() => {
    done = true;
  });
  console.log("done yet?", done);

  const [answer, letters] = await Promise.all([promise, countLetters("coroutine")]);

  console.log("done yet?", done);
  console.log(`the future gave ${answer}, the coroutine gave ${letters}`);
}

await main();
