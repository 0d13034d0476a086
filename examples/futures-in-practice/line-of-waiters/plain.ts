class Pool {
  readonly #idle: string[];
  readonly #waiters: ((connection: string) => void)[] = [];

  constructor(connections: string[]) {
    this.#idle = [...connections];
  }

  async acquire(): Promise<string> {
    const connection = this.#idle.shift();
    if (connection !== undefined) {
      return connection;
    }
    // What waits in line is not the promise but the function that settles it.
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  release(connection: string): void {
    const resolve = this.#waiters.shift();
    if (resolve !== undefined) {
      resolve(connection);
    } else {
      this.#idle.push(connection);
    }
  }
}

async function visit(name: string, pool: Pool): Promise<void> {
  const connection = await pool.acquire();
  console.log(`${name} takes ${connection}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(`${name} gives ${connection} back`);
  pool.release(connection);
}

async function main(): Promise<void> {
  const pool = new Pool(["the only line"]);
  const names = ["Ann", "Bob", "Cid"];
  await Promise.all(names.map((name) => visit(name, pool)));
}

await main();
