const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function fetchUser(name: string, ms: number): Promise<string> {
  await sleep(ms);
  console.log("here is", name);
  return name;
}

const users = await Promise.all([fetchUser("Ada", 600), fetchUser("Eve", 200), fetchUser("Kim", 400)]);
console.log("in the order in which they were asked for:", users.join(", "));
