function* stops(): Generator<string> {
  yield "market";
  yield "bridge";
  yield "harbour";
}

for (const stop of stops()) {
  console.log("next stop:", stop);
}
console.log("all change, please");
