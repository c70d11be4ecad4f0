import { describe, expect, it } from "vitest";
import { maxUnnamed, surplus } from "../../electron/storage/history-thinning";
import { versionId, type KeptVersion } from "../../electron/storage/history-version";

const start = Date.parse("2026-03-01T08:00:00Z");
const minute = 60_000;

describe("surplus", () => {
  it("is empty up to fifty", () => {
    expect(surplus(everyMinute(maxUnnamed), start)).toEqual([]);
  });

  it("takes the save that follows closest on the one before it", () => {
    const versions = everyMinute(maxUnnamed + 1).map((version) =>
      version.sequence === 20 ? at(version, 18.5 * minute) : version,
    );
    expect(sequences(surplus(versions, start))).toEqual([20]);
  });

  it("never takes the newest, a named or a filed one, nor what another program wrote", () => {
    const changes: Readonly<Record<number, Partial<KeptVersion>>> = {
      10: { kind: "outside" },
      20: { kind: "filed" },
      30: { name: "Kept" },
      40: { kind: "discarded" },
    };
    const versions = everyMinute(maxUnnamed + 3).map((version) => {
      const isClose = version.sequence % 10 === 0 || version.sequence === maxUnnamed + 3;
      // The newest stands closest of all.
      const gapMs = version.sequence === maxUnnamed + 3 ? 0 : 1;
      const moved = isClose ? at(version, (version.sequence - 1) * minute + gapMs) : version;
      return { ...moved, ...changes[version.sequence] };
    });
    expect(sequences(surplus(versions, start))).toEqual([50]);
  });

  it("takes the oldest when none of them is a save", () => {
    const versions = everyMinute(maxUnnamed + 2).map((version): KeptVersion => ({
      ...version,
      kind: "outside",
    }));
    expect(sequences(surplus(versions, start))).toEqual([1, 2]);
  });

  it("leaves a working day covered by one that saves every fifteen seconds", () => {
    let versions: readonly KeptVersion[] = [];
    for (let n = 1; n <= 8 * 60 * 4; n += 1) {
      const next = [...versions, aVersion(n, n * 15_000)];
      const gone = surplus(next, start + n * 15_000);
      versions = next.filter((version) => !gone.includes(version));
    }
    const times = versions.map(({ time }) => Date.parse(time) - start);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(versions).toHaveLength(maxUnnamed);
    expect(times[0]).toBe(15_000);
    expect(Math.max(...gaps)).toBeLessThan(30 * minute);
  });

  it("is not led astray by clocks that run backwards", () => {
    const versions = everyMinute(maxUnnamed + 1).map((version) =>
      at(version, -version.sequence * minute),
    );
    expect(surplus(versions, start)).toHaveLength(1);
  });
});

function everyMinute(count: number): readonly KeptVersion[] {
  return Array.from({ length: count }, (_, index) => aVersion(index + 1, (index + 1) * minute));
}

function aVersion(sequence: number, atMs: number): KeptVersion {
  const sha256 = String(sequence).padStart(64, "0");
  const time = new Date(start + atMs).toISOString();
  return {
    id: versionId(sequence, sha256),
    sequence,
    sha256,
    time,
    since: time,
    kept: time,
    kind: "saved",
    words: 1,
    name: "",
    media: [],
  };
}

function at(version: KeptVersion, atMs: number): KeptVersion {
  return { ...version, time: new Date(start + atMs).toISOString() };
}

function sequences(versions: readonly KeptVersion[]): readonly number[] {
  return versions.map(({ sequence }) => sequence);
}
