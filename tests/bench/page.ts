import { withinLimit } from "./limit";
import type { Params, Pipe } from "./pipe";

const binding = "benchTell";
const isThere = 'location.protocol !== "about:" && !globalThis.bench';

/** One page of a program that is measured; what its script tells arrives here. */
export class Page {
  private readonly told: string[] = [];
  private readonly awaited: ((words: string) => void)[] = [];

  /** The page stands still until its script is in place. */
  constructor(
    private readonly pipe: Pipe,
    private readonly session: string,
    script: string,
  ) {
    pipe.on("Runtime.bindingCalled", ({ name, payload }, from) => {
      if (from === session && name === binding) this.hear(String(payload));
    });
    // Not awaited: a page that stands still answers nothing but the last of these.
    for (const [method, params] of [
      ["Runtime.enable", {}],
      ["Page.enable", {}],
      ["Runtime.addBinding", { name: binding }],
      ["Page.addScriptToEvaluateOnNewDocument", { source: script }],
      // On a busy machine a page may be there before we are; it has its script late, and says so.
      ["Runtime.evaluate", { expression: `if (${isThere}) { ${script} }` }],
      ["Runtime.runIfWaitingForDebugger", {}],
    ] as const) {
      void this.send(method, params).catch(() => undefined);
    }
  }

  send(method: string, params: Params = {}): Promise<Params> {
    return this.pipe.send(method, params, this.session);
  }

  /** Returns the function that stops listening. */
  on(method: string, listener: (params: Params) => void): () => void {
    return this.pipe.on(method, (params, from) => {
      if (from === this.session) listener(params);
    });
  }

  /** The next number that the page tells; each is given once, in order. */
  async nextTold(): Promise<number> {
    const words = this.told.shift();
    if (words !== undefined) return Number(words);
    const next = new Promise<string>((resolve) => this.awaited.push(resolve));
    return Number(await withinLimit(next));
  }

  /** The value of an expression in the page, waited for if it is a promise. T is the caller's claim. */
  async evaluate<T = undefined>(expression: string): Promise<T> {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", params);
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { readonly value: T }).value;
  }

  private hear(words: string): void {
    const first = this.awaited.shift();
    if (first) first(words);
    else this.told.push(words);
  }
}
