// @vitest-environment happy-dom
import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import {
  changeFind,
  closeFind,
  findAgain,
  openFind,
  replaceEvery,
  replaceOne,
  typeFind,
} from "../../../renderer/app/find";
import { metadataOf } from "../../../renderer/blocks/document";
import { matchesIn } from "../../../renderer/editor/search";
import { by, doc, figure, headline, p, quote, withMetadata, type Story } from "../build";
import { mountDesk } from "./desk";

const everywhere = withMetadata(
  doc(
    headline("Ferry late"),
    p("The <a>ferry<b> waits."),
    quote(p("No ferry."), by("Jo Ferry")),
    figure(),
  ),
  { slug: "ferry-late" },
);

/** A desk that looks for something; `marked` are the matches as they are marked in the text. */
function looking(story: Story, change: Parameters<typeof changeFind>[1]) {
  const { desk, store, view } = mountDesk(story);
  openFind(desk, false);
  changeFind(desk, change);
  const marked = () =>
    [...view.dom.querySelectorAll("[class*=search-match]")].map((match) => match.textContent);
  return { desk, store, view, marked };
}

describe("find", () => {
  it("takes over what is selected, and finds it in headline, text, quote and speaker", () => {
    const { desk, store, view } = mountDesk(everywhere);
    openFind(desk, false);
    expect(store.state().find).toMatchObject({ isOpen: true, search: "ferry" });
    expect(matchesIn(view.state)).toEqual({ count: 4, current: 2 });
  });

  it("marks what it finds, until it is closed, and remembers the words", () => {
    const { desk, store, marked } = looking(everywhere, { search: "ferry", wholeWord: true });
    expect(marked()).toEqual(["Ferry", "ferry", "ferry", "Ferry"]);
    closeFind(desk);
    expect(marked()).toEqual([]);
    expect(store.state().find.search).toBe("ferry");
  });

  it("looks for what was typed before the hands rest when it is asked to go there", () => {
    const { desk, view } = looking(doc(p("<a>Fog, rain, fog")), { search: "" });
    typeFind(desk, "fog");
    findAgain(desk, 1);
    expect(matchesIn(view.state)).toEqual({ count: 2, current: 1 });
  });

  it("finds nothing by half a pattern, and nothing of no length", () => {
    expect(looking(everywhere, { search: "(fer", regexp: true }).marked()).toEqual([]);
    expect(looking(everywhere, { search: "q*", regexp: true }).marked()).toEqual([]);
  });
});

describe("replace", () => {
  it("replaces everything beside and in the text as one change", () => {
    const { desk, store, view } = looking(everywhere, { search: "ferry", replace: "boat" });
    replaceEvery(desk);
    expect(view.state.doc.textContent).toBe("boat lateThe boat waits.No boat.Jo boat");
    expect(metadataOf(view.state.doc).slug).toBe("boat-late");
    expect(store.state().toast?.text).toBe("5 replaced. Undo takes all of it back.");
    undo(view.state, view.dispatch);
    expect(view.state.doc.eq(everywhere.doc)).toBe(true);
  });

  it("replaces the selected match and goes on to the next", () => {
    const { desk, view } = looking(everywhere, { search: "ferry", replace: "boat" });
    replaceOne(desk);
    expect(view.state.doc.textContent).toBe("Ferry lateThe boat waits.No ferry.Jo Ferry");
    expect(matchesIn(view.state)).toEqual({ count: 3, current: 2 });
  });

  it("puts $ in as it is, and groups where a pattern was asked for", () => {
    const plain = looking(doc(p("<a>5 euros")), { search: "5", replace: "$5" });
    replaceEvery(plain.desk);
    expect(plain.view.state.doc.textContent).toBe("$5 euros");
    const change = { search: "(\\d) (\\w+)", replace: "$2 $1", regexp: true };
    const pattern = looking(doc(p("<a>5 euros")), change);
    replaceEvery(pattern.desk);
    expect(pattern.view.state.doc.textContent).toBe("euros 5");
  });

  it("says nothing where there is nothing to replace", () => {
    const { desk, store } = looking(everywhere, { search: "tram", replace: "bus" });
    replaceEvery(desk);
    expect(store.state().toast).toBeNull();
  });
});
