const thenable = {
  // biome-ignore lint/suspicious/noThenProperty: this is what a thenable is.
  then(resolve: (value: string) => void): void {
    console.log("its then is called");
    resolve("thenable");
  },
};

async function wait(thing: unknown): Promise<void> {
  console.log("after the await:", await thing);
}

wait(thenable);
wait(Promise.resolve("promise"));
wait("value");
console.log("all three wait");
