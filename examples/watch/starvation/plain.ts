let isTimeUp = false;
setTimeout(function timer() {
  isTimeUp = true;
  console.log("the timer, at last");
}, 0);

async function hog(): Promise<void> {
  for (let turns = 0; turns < 12; turns++) {
    await null;
  }
  console.log("12 turns later, time is up:", isTimeUp);
}

await hog();
