function* starters(): Generator<string> {
  console.log("the soup is cooked");
  yield "soup";
  console.log("the soup plates are washed");
}

function* dinner(): Generator<string> {
  yield "bread";
  yield* starters();
  console.log("the fish is fried");
  yield "fish";
}

for (const dish of dinner()) {
  console.log("the guest eats", dish);
}
console.log("the guest pays");
