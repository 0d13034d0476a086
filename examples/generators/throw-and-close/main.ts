class BadNews extends Error {}

function* patient(): Generator<string, void, void> {
  try {
    while (true) {
      try {
        yield "waiting";
      } catch (error) {
        if (!(error instanceof BadNews)) {
          throw error;
        }
        console.log("  caught inside:", error.message);
      }
    }
  } finally {
    console.log("  cleaned up");
  }
}

const first = patient();
console.log(first.next().value);
console.log(first.throw(new BadNews("bad news")).value);
first.return();

const second = patient();
console.log(second.next().value);
try {
  second.throw(new Error("fatal"));
} catch {
  console.log("not caught inside, so it came out");
}
