// Chromium's DevTools protocol over two pipes: messages are JSON, each ended by a NUL. It needs no
// port, no library, and nothing inside the program that is measured.

import type { Readable, Writable } from "node:stream";

export type Params = Readonly<Record<string, unknown>>;
type Listener = (params: Params, session: string | undefined) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

export class Pipe {
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private lastId = 0;

  constructor(
    private readonly toProgram: Writable,
    fromProgram: Readable,
  ) {
    let begun: string[] = [];
    fromProgram.setEncoding("utf8").on("data", (piece: string) => {
      const [first = "", ...others] = piece.split("\0");
      begun.push(first);
      for (const other of others) {
        this.receive(JSON.parse(begun.join("")) as Message);
        begun = [other];
      }
    });
    fromProgram.once("close", () => this.fail());
    // The program may end while a message is on its way; whoever waits for the answer is told so.
    toProgram.on("error", () => this.fail());
  }

  /** Without a session the browser itself is asked, with one a page. */
  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.toProgram.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Returns the function that stops listening. */
  on(method: string, listener: Listener): () => void {
    const all = this.listeners.get(method) ?? new Set();
    this.listeners.set(method, all.add(listener));
    return () => void all.delete(listener);
  }

  private receive({ id, method, params = {}, result, error, sessionId }: Message): void {
    if (method !== undefined) {
      for (const listener of this.listeners.get(method) ?? []) listener(params, sessionId);
      return;
    }
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    if (id !== undefined) this.waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }

  private fail(): void {
    for (const { reject } of this.waiting.values()) reject(new Error("the program has ended"));
    this.waiting.clear();
  }
}
