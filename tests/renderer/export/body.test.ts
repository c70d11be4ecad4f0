import { describe, expect, it } from "vitest";
import { storyBody } from "../../../renderer/export/body";
import { htmlText } from "../../../renderer/lib/html";
import { dateline, doc, em, headline, kicker, link, p, strong, ul, li, type Story } from "../build";

const page = { language: "en", pictureUrl: (media: string): string => media };

function written({ doc: story }: Story): string {
  return htmlText(storyBody(story, page).body);
}

describe("storyBody", () => {
  it("keeps header and body apart", () => {
    const { header, body } = storyBody(doc(kicker("K"), headline("H"), p("a")).doc, page);
    expect(htmlText(header)).toBe('<p class="kicker">K</p><h1 class="headline">H</h1>');
    expect(htmlText(body)).toBe("<p>a</p>");
  });

  it("nests marks, and writes one element for neighbours that share one", () => {
    expect(written(doc(p(em("a", strong("b"), "c"))))).toBe("<p><em>a<strong>b</strong>c</em></p>");
    expect(written(doc(p(strong("a", em("b")), em("c"))))).toBe(
      "<p><strong>a</strong><em><strong>b</strong>c</em></p>",
    );
  });

  it("gives a link with several marks inside one element", () => {
    expect(written(doc(p(link("https://x.org/", "a", strong("b"), em("c")))))).toBe(
      '<p><a href="https://x.org/">a<strong>b</strong><em>c</em></a></p>',
    );
  });

  it("keeps links apart that stand side by side", () => {
    expect(written(doc(p(link("https://x.org/", "a"), link("https://y.org/", "b"))))).toBe(
      '<p><a href="https://x.org/">a</a><a href="https://y.org/">b</a></p>',
    );
  });

  it("writes a mark that a block brings", () => {
    expect(written(doc(p(dateline("OSLO"), " — ", strong("x"))))).toBe(
      '<p><span class="dateline">OSLO</span> — <strong>x</strong></p>',
    );
  });

  it("leaves out what is empty, at every depth", () => {
    expect(written(doc(p(), p("a"), ul(li(p()), li(p("b"), p())), p()))).toBe(
      '<p>a</p><ul class="bulletlist"><li><p>b</p></li></ul>',
    );
  });
});
