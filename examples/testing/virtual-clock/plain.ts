class Unavailable extends Error {}

type Sleep = (seconds: number) => Promise<void>;

async function retry<T>(job: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (let pause = 60; ; pause *= 2) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await sleep(pause);
    }
  }
}

let now = 0;
const attempts: number[] = [];
const answer = await retry(
  async () => {
    attempts.push(now);
    if (attempts.length < 5) throw new Unavailable();
    return "an answer";
  },
  async (seconds) => {
    now += seconds;
  },
);
console.log("asked at", attempts.join(", "), "s");
console.log(answer);
