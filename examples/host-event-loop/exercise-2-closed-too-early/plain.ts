class Connection {
  open = true;

  async ask(question: string): Promise<string> {
    await Promise.resolve();
    return this.open ? `${question}: 42` : `${question}: no answer, the connection is closed`;
  }
}

// Find the bug: one word is missing.
async function askOnce(question: string): Promise<string> {
  const connection = new Connection();
  try {
    return connection.ask(question);
  } finally {
    connection.open = false;
  }
}

console.log(await askOnce("six times seven"));
