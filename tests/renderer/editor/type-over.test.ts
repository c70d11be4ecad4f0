// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { by, doc, headline, kicker, p, quote } from "../build";
import { expectKeys } from "../keyboard";

describe("typeOverAll", () => {
  it("begins the story anew with what is typed over all of it", () => {
    const full = doc(kicker("K"), headline("H"), p("x<a>"), quote(p("q"), by("Jo", "mayor")));
    expectKeys(full, ["Mod-a", "text:New"], doc(kicker("New<a>")));
  });

  it("leaves typing over a part to the editor", () => {
    expectKeys(doc(headline("a<a>b"), p("c<b>d")), ["text:xy"], doc(headline("axy<a>"), p("d")));
    expectKeys(doc(p("a<a>b<b>c")), ["text:xy"], doc(p("axy<a>c")));
  });
});
