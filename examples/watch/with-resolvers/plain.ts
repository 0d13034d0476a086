const door = Promise.withResolvers<string>();

async function enter(name: string): Promise<void> {
  console.log(name, "waits at the door");
  console.log(name, "hears:", await door.promise);
}

async function open(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 400));
  door.resolve("come in");
  door.resolve("too late");
}

await Promise.all([enter("Ann"), enter("Ben"), open()]);
