function* inner(): Generator<string, string, string> {
  try {
    const answer = yield "question";
    console.log("  inner got:", answer);
    return "inner result";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("  inner caught:", error.message);
    return "inner repaired";
  }
}

function* outer(): Generator<string, void, string> {
  console.log("  outer got:", yield* inner());
  console.log("  outer got:", yield* inner());
  yield "last";
}

const steps = outer();
console.log(steps.next("lost").value);
console.log(steps.next("answer").value);
console.log(steps.throw(new Error("oops")).value);
