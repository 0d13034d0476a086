let ring = (guest: string): void => console.log("nobody hears", guest);

function nextRing(): Promise<string> {
  return new Promise((resolve) => {
    ring = resolve;
  });
}

for (const [index, guest] of ["Ann", "Bob", "Cid"].entries()) {
  setTimeout(() => ring(guest), 200 * (index + 1));
}
for (let count = 0; count < 3; count++) {
  console.log("the door opens for", await nextRing());
}
