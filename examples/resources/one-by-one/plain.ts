class Draft implements AsyncDisposable {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    console.log("opened", name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 200));
    console.log("closed", this.name);
  }
}

async function main(): Promise<void> {
  for (const name of ["the letter", "the list"]) {
    await using draft = new Draft(name);
    console.log("wrote", draft.name);
  }
  console.log("all is written");
}

await main();
