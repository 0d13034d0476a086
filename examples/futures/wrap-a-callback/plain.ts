type Callback = (error: Error | undefined, value: string | undefined) => void;

/** An old API: answers later, by calling back with an error or a value. */
function lookUp(word: string, callback: Callback): void {
  const dictionary = new Map([["loop", "a shape that comes back to itself"]]);
  const value = dictionary.get(word);
  const error = value ? undefined : new RangeError(`no such word: ${word}`);
  setTimeout(callback, 50, error, value);
}

/** The same for those who await. */
function define(word: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    lookUp(word, (error, value) => {
      if (error !== undefined) {
        reject(error);
      } else {
        resolve(value);
      }
    });
  });
}

async function main(): Promise<void> {
  console.log("loop:", await define("loop"));
  try {
    await define("lop");
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    console.log("lop:", error.message);
  }
}

await main();
