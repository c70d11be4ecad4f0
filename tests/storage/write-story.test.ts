import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { articleMimeType } from "../../article/format";
import { storyBytes, type MediaSource } from "../../electron/storage/write-story";
import { nameOf, png } from "./picture";
import { sourceOf } from "./story";

const parts = { text: '{"a":1}', html: "<p>", sources: [] };

describe("storyBytes", () => {
  it("begins as every program that looks for a type expects it", async () => {
    const bytes = await buffer(storyBytes(parts, "x.stet"));
    expect(bytes.toString("latin1", 0, 4)).toBe("PK\x03\x04");
    expect(bytes.toString("latin1", 30, 38 + articleMimeType.length)).toBe(
      `mimetype${articleMimeType}`,
    );
  });

  it("stores the text as it is, before any picture, so that a cut file shows it", async () => {
    const source = sourceOf(nameOf(png(2, 2), "png"), png(2, 2));
    const bytes = await buffer(storyBytes({ ...parts, sources: [source] }, "x.stet"));
    const text = bytes.indexOf(parts.text);
    expect(text).toBeGreaterThan(0);
    expect(bytes.indexOf(png(2, 2))).toBeGreaterThan(text);
  });

  it("holds no trace of the day", async () => {
    const day = await buffer(storyBytes(parts, "x.stet"));
    expect(day.readUInt16LE(10)).toBe(0);
    expect(day.readUInt16LE(12)).toBe((1 << 5) | 1);
  });

  it("opens a picture only when its turn comes, and one at a time", async () => {
    let open = 0;
    let most = 0;
    const sources = [1, 2, 3].map((side): MediaSource => {
      const bytes = png(side, side);
      const counted = (): Promise<Readable> => {
        most = Math.max(most, ++open);
        return Promise.resolve(Readable.from([bytes]).on("end", () => (open -= 1)));
      };
      return { ...sourceOf(nameOf(bytes, "png"), bytes), open: counted };
    });
    await buffer(storyBytes({ ...parts, sources }, "x.stet"));
    expect([open, most]).toEqual([0, 1]);
  });

  it("lets go of a picture when nobody reads on", async () => {
    const stream = Readable.from(endless());
    const source = {
      name: nameOf(png(1, 1), "png"),
      size: 1e9,
      open: () => Promise.resolve(stream),
    };
    let taken = 0;
    for await (const piece of storyBytes({ ...parts, sources: [source] }, "x.stet")) {
      taken += piece.length;
      if (taken > 100_000) break;
    }
    expect(stream.destroyed).toBe(true);
  });
});

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(1000);
}
