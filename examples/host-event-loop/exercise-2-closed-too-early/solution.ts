class Connection {
  open = true;

  async ask(question: string): Promise<string> {
    await Promise.resolve();
    return this.open ? `${question}: 42` : `${question}: no answer, the connection is closed`;
  }
}

async function askOnce(question: string): Promise<string> {
  const connection = new Connection();
  try {
    return await connection.ask(question);
  } finally {
    connection.open = false;
  }
}

console.log(await askOnce("six times seven"));
