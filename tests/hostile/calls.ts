// Calls as no page of ours would make them: the same at every run. Runs in Node and in a page alike, so
// all that a call is made of stands inside one function.

export interface Told {
  readonly calls: number;
  /** Calls that were neither refused by name nor answered as their contract says. */
  readonly odd: readonly string[];
  readonly refused: number;
}

/**
 * Makes `count` hostile calls of `requests` and waits for each. What a call does before it is refused
 * is for the caller to look at.
 */
export async function makeCalls(order: {
  readonly requests: readonly string[];
  readonly count: number;
  readonly seed: number;
}): Promise<Told> {
  let state = order.seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;

  const cyclic: Record<string, unknown> = { a: 1 };
  cyclic["self"] = cyclic;
  const throwing = Object.defineProperty({}, "text", {
    enumerable: true,
    get() {
      throw new Error("a getter of the page");
    },
  });
  const polluted = JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  ) as unknown;
  const uuid = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";
  const values: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => one([NaN, Infinity, -Infinity, -1, -0, 0.5, 2 ** 53, 1e308, 2 ** 31]),
    () => one([true, false]),
    () => 10n,
    () =>
      one([
        "",
        "../../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "\u0000",
        "\ud800",
        "%2e%2e/",
        "__proto__",
      ]),
    () => "x".repeat(one([201, 10_001, 100_000])),
    () => one([uuid, "1-0", "0", "page", "system", "00000001-" + "0".repeat(64)]),
    () => ({ then: 1, length: 1e9 }),
    () => Array.from({ length: below(5) }, (_, n) => n),
    () => new Array<number>(below(100_000)),
    () => new Uint8Array(below(4000)),
    () => new ArrayBuffer(8),
    () => new Map([["a", 1]]),
    () => new Date(NaN),
    () => /x/,
    () => cyclic,
    () => polluted,
    () => throwing,
    () => Symbol("x"),
    () => () => 1,
    () => Promise.resolve(1),
    () => new Proxy({}, {}),
    () => ({ revision: one([NaN, -1, "1", 2 ** 60, null]), text: one(["", 7, null]) }),
    () => ({
      revision: 1,
      text: one(["{}", "null", "[", '{"format":"stet"}', "x".repeat(50_000)]),
      html: 7,
      suggestedName: "../x",
    }),
    () => ({ theme: one(["pink", 1, {}]), panel: "x", autosave: "no" }),
    () => [{ label: 1, items: [{ kind: "role", role: "toggleDevTools" }] }],
    () => [{ picture: one(["../../x", "x.svg", "/etc/passwd"]) }],
    () => JSON.parse("[".repeat(500) + "]".repeat(500)) as unknown,
  ];
  const global = globalThis as unknown as {
    readonly stet: Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
  };
  // A text or an empty list is all that these want.
  const mayBeRight = ["setTitle", "setMenu", "showExport", "chooseExport"];
  const odd: string[] = [];
  let refused = 0;
  for (let n = 0; n < order.count; n += 1) {
    const name = one(order.requests);
    // Never none: many requests take no argument, and would rightly be done.
    const args = Array.from({ length: 1 + below(4) }, () => one(values)());
    // The one call that would end the test, and rightly.
    if (name === "closeWindow" && args.length === 1 && typeof args[0] === "boolean") continue;
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("silence"), 5000));
    const call = async (): Promise<string> => {
      try {
        const answer = await global.stet[name]?.(...args);
        const isResult = typeof answer === "object" && answer !== null && "ok" in answer;
        if (isResult && answer.ok === false) return "failure";
        return `done: ${JSON.stringify(answer)}`;
      } catch (error) {
        const text = String(error);
        // What cannot be cloned, or throws while it is, never leaves the page.
        if (/could not be cloned|getter of the page|conversion|recursion/i.test(text))
          return "unsent";
        return new RegExp(`Error: ${name}: `).test(text) ? "refused" : text;
      }
    };
    const told = await Promise.race([call(), late]);
    if (told === "refused") refused += 1;
    if (told.startsWith("done") && mayBeRight.includes(name)) continue;
    if (!["refused", "failure", "unsent"].includes(told)) odd.push(`${n} ${name}: ${told}`);
  }
  if (Reflect.has({}, "polluted")) odd.push("Object.prototype is polluted");
  return { calls: order.count, odd, refused };
}
