async function load(): Promise<string> {
  console.log("load begins");
  await Promise.resolve();
  console.log("load fails");
  throw new Error("no connection");
}

async function report(): Promise<string> {
  try {
    return load();
  } finally {
    console.log("report cleans up");
  }
}

const promise = report();
console.log("report has returned");
try {
  console.log(await promise);
} catch {
  console.log("caught outside");
}
