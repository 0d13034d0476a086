async function fail(): Promise<string> {
  throw new Error("no such page");
}

async function withReturn(): Promise<string> {
  try {
    return fail();
  } catch {
    return "caught inside";
  }
}

async function withReturnAwait(): Promise<string> {
  try {
    return await fail();
  } catch {
    return "caught inside";
  }
}

console.log("return await:", await withReturnAwait());
try {
  console.log("return:", await withReturn());
} catch (error) {
  console.log("return:", String(error), "came out");
}
