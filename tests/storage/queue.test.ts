import { describe, expect, it } from "vitest";
import { Queue } from "../../electron/storage/queue";

describe("Queue.run", () => {
  it("runs tasks of one key in the order of the calls, never two at once", async () => {
    const queue = new Queue();
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
    };
    await Promise.all([queue.run("key", task("a")), queue.run("key", task("b"))]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("lets another key go ahead", async () => {
    const queue = new Queue();
    let finish = (): void => undefined;
    const long = queue.run("a", () => new Promise<void>((resolve) => (finish = resolve)));
    expect(await queue.run("b", () => Promise.resolve("done"))).toBe("done");
    finish();
    await long;
  });

  it("goes on after a task that threw", async () => {
    const queue = new Queue();
    const failed = queue.run("key", () => Promise.reject(new Error("a bug")));
    const next = queue.run("key", () => Promise.resolve("next"));
    await expect(failed).rejects.toThrow("a bug");
    expect(await next).toBe("next");
  });
});
