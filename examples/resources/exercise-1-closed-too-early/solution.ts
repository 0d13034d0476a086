class Database implements AsyncDisposable {
  #isOpen = true;

  async count(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.#isOpen ? "42 rows" : "closed in the middle";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOpen = false;
  }
}

async function countRows(): Promise<string> {
  await using database = new Database();
  return await database.count();
}

console.log(await countRows());
