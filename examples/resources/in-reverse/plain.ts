function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

class Connection implements AsyncDisposable {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await sleep(0.2);
    console.log("closed", this.name);
  }
}

async function connect(name: string): Promise<Connection> {
  await sleep(0.2);
  console.log("opened", name);
  return new Connection(name);
}

async function main(): Promise<void> {
  await using database = await connect("database");
  await using mail = await connect("mail");
  console.log("using", database.name, "and", mail.name);
  throw new Error("address is wrong");
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log("failed:", error.message);
}
