const order = Promise.resolve("coffee");

order
  .then(function grind(drink) {
    console.log("grind for", drink);
    return drink;
  })
  .then(function pour(drink) {
    console.log("pour the", drink);
  })
  .finally(function washUp() {
    console.log("wash up");
  });

order.then(function charge(drink) {
  console.log("charge for", drink);
});

console.log("ordered");
