import { type Coroutine, run, sleep } from "asyncio-ts";

const prices = new Map([
  ["tea", 3],
  ["cake", 5],
]);

// Before: the prices are in memory, and everything is a plain function.
const price = (item: string): number => prices.get(item) ?? 0;

const total = (items: string[]): number => {
  let sum = 0;
  for (const item of items) {
    sum += price(item);
  }
  return sum;
};

const receipt = (items: string[]): string => `to pay: ${total(items)}`;

// After: the price comes from elsewhere. Nobody asked the others to change.
function* fetchPrice(item: string): Coroutine<number> {
  yield* sleep(0.05);
  return prices.get(item) ?? 0;
}

function* totalAsync(items: string[]): Coroutine<number> {
  let sum = 0;
  for (const item of items) {
    sum += yield* fetchPrice(item);
  }
  return sum;
}

function* receiptAsync(items: string[]): Coroutine<string> {
  return `to pay: ${yield* totalAsync(items)}`;
}

function* main(): Coroutine<void> {
  const items = ["tea", "cake", "tea"];
  console.log("before,", receipt(items));
  console.log("after,", yield* receiptAsync(items));
}

await run(main());
