const onTheWay = new Map<string, Promise<string>>();

async function load(name: string): Promise<string> {
  console.log("loading", name);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return name.toUpperCase();
}

function get(name: string): Promise<string> {
  let promise = onTheWay.get(name);
  if (promise === undefined) {
    promise = load(name).finally(() => onTheWay.delete(name));
    onTheWay.set(name, promise);
  }
  return promise;
}

const others = Promise.all([get("map"), get("map")]);
console.log(...(await others));
console.log(await get("map"));
