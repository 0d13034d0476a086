function* stops(): Generator<string, string | undefined> {
  yield "market";
  yield "bridge";
  // Find the bug: the last stop is never called out.
  return "harbour";
}

for (const stop of stops()) {
  console.log("next stop:", stop);
}
console.log("all change, please");
