function debounce<A extends unknown[]>(
  seconds: number,
  callback: (...args: A) => void,
): (...args: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(callback, seconds * 1000, ...args);
  };
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

const search = debounce(0.3, (word: string) => console.log("search for", word));
search("t");
search("te");
search("tea");
await sleep(0.6);
search("teapot");
await sleep(0.6);
