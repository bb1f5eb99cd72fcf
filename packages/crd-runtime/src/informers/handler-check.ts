/** The calls of a handler, and the beginnings of words that people write for them. */
const calls = [
  { name: "onAdd", words: /^(?:add|creat|insert)/i },
  { name: "onUpdate", words: /^(?:upd|modif|chang|edit|patch)/i },
  { name: "onDelete", words: /^(?:del|remov|destroy)/i },
] as const;

/**
 * What is wrong with a handler; undefined when nothing is. A call under a wrong name would never be heard of: whatever
 * begins with `on` and a capital is meant for a call, and so is what has the name of one but for its case.
 */
export function handlerProblem(handler: unknown): string | undefined {
  if (typeof handler !== "object" || handler === null) {
    return "a handler must be an object with onAdd, onUpdate or onDelete";
  }
  for (const name of methodsOf(handler)) {
    if (calls.some((call) => call.name === name) || !isMeantAsCall(name)) continue;
    const near = calls.find(({ words }) => words.test(name.slice(2)));
    const advice =
      near === undefined ? "there are onAdd, onUpdate and onDelete" : `did you mean ${near.name}?`;
    return `a handler has ${name}, which is never called: ${advice}`;
  }
  let heard = 0;
  for (const { name } of calls) {
    const call: unknown = Reflect.get(handler, name);
    if (call === undefined) continue;
    if (typeof call !== "function") return `${name} of a handler must be a function: ${call}`;
    heard++;
  }
  return heard > 0 ? undefined : "a handler has none of onAdd, onUpdate and onDelete";
}

function isMeantAsCall(name: string): boolean {
  const lower = name.toLowerCase();
  return /^on[A-Z]/.test(name) || calls.some((call) => lower.startsWith(call.name.toLowerCase()));
}

/** Own methods and inherited ones. Nothing is read that computes something. */
function methodsOf(handler: object): readonly string[] {
  const names: string[] = [];
  let owner: object | null = handler;
  while (owner !== null && owner !== Object.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value === "function") names.push(name);
    }
    owner = Reflect.getPrototypeOf(owner);
  }
  return names;
}
