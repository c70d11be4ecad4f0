import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Halt } from "../../../scripts/main";
import { integrityOf, readPacked, refuseOther } from "../../../scripts/runtime/tarball";

// sha512 of "abc": FIPS 180-4, example in NIST's "SHA512.pdf".
const integrityOfAbc =
  "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";
const pin = { name: "a-runtime", version: "1.0.0", integrity: integrityOfAbc };

describe("refuseOther", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "stet-tarball-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function integrityOfFile(content: string): Promise<string> {
    const file = join(folder, "a-runtime-1.0.0.tgz");
    await writeFile(file, content);
    return integrityOf(file);
  }

  it("lets the pinned tarball pass", async () => {
    const integrity = await integrityOfFile("abc");
    expect(() => {
      refuseOther(pin, integrity);
    }).not.toThrow();
  });

  it("refuses a tarball that differs in one byte", async () => {
    const integrity = await integrityOfFile("abd");
    expect(() => {
      refuseOther(pin, integrity);
    }).toThrow(Halt);
  });
});

describe("readPacked", () => {
  it("reads the file name and the integrity", () => {
    const json = JSON.stringify([{ id: "a@1", filename: "a-1.tgz", integrity: "sha512-x" }]);
    expect(readPacked(json)).toEqual({ filename: "a-1.tgz", integrity: "sha512-x" });
  });

  it.each(["[]", "{}", "null", `[{"filename":"a-1.tgz"}]`])("refuses %s", (json) => {
    expect(() => readPacked(json)).toThrow(Halt);
  });
});
