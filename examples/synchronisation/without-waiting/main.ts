import { Queue, QueueEmpty, QueueFull } from "asyncio-ts";

const queue = new Queue<string>(1);

function offer(order: string): void {
  try {
    queue.putNowait(order);
    console.log(`${order}: accepted`);
  } catch (error) {
    if (!(error instanceof QueueFull)) {
      throw error;
    }
    console.log(`${order}: come back later`);
  }
}

function serve(): void {
  try {
    console.log(`${queue.getNowait()}: served`);
  } catch (error) {
    if (!(error instanceof QueueEmpty)) {
      throw error;
    }
    console.log("nothing to do");
  }
}

offer("tea");
offer("coffee");
serve();
serve();
