let calls = 0;

async function load(name: string): Promise<string> {
  calls++;
  if (calls === 1) throw new Error("no connection");
  return name.toUpperCase();
}

const cache = new Map<string, Promise<string>>();
function get(name: string): Promise<string> {
  const known = cache.get(name) ?? load(name);
  cache.set(name, known);
  known.catch(() => cache.delete(name));
  return known;
}

for (let attempt = 1; attempt <= 3; attempt++) {
  await get("map").then(console.log, (error) => console.log(error.message));
}
console.log("loaded", calls, "times");
