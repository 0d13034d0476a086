const box: string[] = [];
let wake = (): void => {};

async function sortLetters(): Promise<void> {
  while (true) {
    while (box.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    console.log("sorted:", box.shift());
  }
}

function post(letter: string): void {
  box.push(letter);
  wake();
}

void sortLetters();
post("from Ann");
post("from Bob");
await new Promise((resolve) => setTimeout(resolve, 100));
console.log("in the box:", box.length);
