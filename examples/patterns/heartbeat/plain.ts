let hear: () => void;
const heard = new Promise<void>((resolve) => {
  hear = resolve;
});

function beat(): () => void {
  let number = 0;
  const timer = setInterval(() => {
    number++;
    console.log("still here", number);
    if (number === 3) hear();
  }, 200);
  return () => clearInterval(timer);
}

async function withHeartbeat<T>(job: () => Promise<T>): Promise<T> {
  const stop = beat();
  try {
    return await job();
  } finally {
    stop();
  }
}

async function longJob(): Promise<string> {
  await heard;
  return "the long job is done";
}

console.log(await withHeartbeat(longJob));
await new Promise((resolve) => setTimeout(resolve, 600));
