import { describe, expect, it } from "vitest";
import { storiesNamed } from "../../electron/arguments";

const app = "/home/jo/stet";
const desk = "/home/jo/desk";

/** What a command line behind the program's own name asks for, started in the writer's folder. */
const named = (...words: readonly string[]) => storiesNamed(["/opt/electron", ...words], app, desk);

describe("storiesNamed", () => {
  it("names nothing when only the program is started", () => {
    expect(named()).toEqual([]);
    expect(named(app)).toEqual([]);
  });

  it("takes what stands behind the app's folder", () => {
    expect(named(app, "/srv/a.stet", "/srv/b.stet")).toEqual(["/srv/a.stet", "/srv/b.stet"]);
  });

  it("knows the app's folder however it is written", () => {
    expect(named("../stet/", "/srv/a.stet")).toEqual(["/srv/a.stet"]);
    expect(storiesNamed(["/opt/electron", ".", "a.stet"], app, app)).toEqual([`${app}/a.stet`]);
  });

  it("takes everything when the program is packaged", () => {
    const argv = ["/opt/stet", "/srv/a.stet", "b.stet"];
    const asar = "/opt/resources/app.asar";
    expect(storiesNamed(argv, asar, desk)).toEqual(["/srv/a.stet", `${desk}/b.stet`]);
  });

  it("passes over the switches and the loader that Playwright puts before the folder", () => {
    const words = ["-r", "/opt/playwright/loader.js", "--inspect=0", "--remote-debugging-port=0"];
    expect(named(...words, "--no-sandbox", app, "a.stet")).toEqual([`${desk}/a.stet`]);
    expect(named(...words, app)).toEqual([]);
  });

  it("passes over switches behind the folder and between the stories", () => {
    expect(named(app, "--user-data-dir=/tmp/p", "a.stet", "--lang=es", "b.stet")).toEqual([
      `${desk}/a.stet`,
      `${desk}/b.stet`,
    ]);
  });

  it("finds relative paths from the folder that the writer stands in", () => {
    expect(named(app, "a.stet", "../b.stet", "wire/c.stet")).toEqual([
      `${desk}/a.stet`,
      "/home/jo/b.stet",
      `${desk}/wire/c.stet`,
    ]);
  });

  it("takes an empty word for nothing", () => {
    expect(named(app, "", "a.stet")).toEqual([`${desk}/a.stet`]);
  });
});
