const queue: string[] = [];

function offer(order: string): void {
  if (queue.length < 1) {
    queue.push(order);
    console.log(`${order}: accepted`);
  } else {
    console.log(`${order}: come back later`);
  }
}

function serve(): void {
  const order = queue.shift();
  console.log(order === undefined ? "nothing to do" : `${order}: served`);
}

offer("tea");
offer("coffee");
serve();
serve();
