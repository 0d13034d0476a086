async function count(): Promise<void> {
  console.log("count: one");
  await 2;
  console.log("count: three");
}

count();
console.log("the caller: two");
