class Unreachable extends Error {}
class Forbidden extends Error {}

async function copy(error: Error): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  throw error;
}

async function copyToAll(): Promise<void> {
  const outcomes = await Promise.allSettled([
    copy(new Unreachable("attic does not answer")),
    copy(new Forbidden("cellar says no")),
    copy(new Unreachable("garden is offline")),
  ]);
  const failed = outcomes.filter((outcome) => outcome.status === "rejected");
  throw new AggregateError(failed.map(({ reason }) => reason));
}

const messages = (errors: Error[]) => errors.map(({ message }) => message).join(", ");

async function main(): Promise<void> {
  try {
    await copyToAll();
  } catch (group) {
    if (!(group instanceof AggregateError)) throw group;
    const later = group.errors.filter((error) => error instanceof Unreachable);
    const rest = group.errors.filter((error) => !later.includes(error));
    console.log("again later:", messages(later));
    if (rest.length > 0) throw new AggregateError(rest);
  }
}

try {
  await main();
} catch (rest) {
  if (!(rest instanceof AggregateError)) throw rest;
  console.log("what is left:", messages(rest.errors));
}
