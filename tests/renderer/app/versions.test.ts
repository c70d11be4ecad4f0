import { describe, expect, it } from "vitest";
import { nothingCarried, type StoryNode } from "../../../article/article";
import { emptyMetadata } from "../../../article/metadata";
import { fail, ok } from "../../../article/result";
import type { Version } from "../../../article/version";
import { correctSince, restoreVersion, versionDoc } from "../../../renderer/app/versions";
import { metadataOf } from "../../../renderer/blocks/document";
import { createEditorState } from "../../../renderer/editor/state";
import { undo } from "prosemirror-history";
import { doc, headline, p, withMetadata } from "../build";
import { quietHost } from "../keyboard";
import { articleId, diskFull, fakeApi } from "./desk";

const version: Version = {
  id: "00000001-aa",
  time: "2026-03-01T08:30:00Z",
  kind: "saved",
  words: 2,
  name: "",
  sha256: "aa",
};
const old = withMetadata(doc(headline("Ferry late"), p("Fog")), {
  slug: "ferry",
  created: "2026-03-01T08:00:00Z",
  modified: "2026-03-01T08:30:00Z",
}).doc;

describe("versionDoc", () => {
  it("reads a version as a document", async () => {
    const article = {
      id: articleId,
      metadata: metadataOf(old),
      content: old.toJSON() as StoryNode,
      carried: nothingCarried,
    };
    const read = await versionDoc(fakeApi({ readVersion: async () => ok(article) }), version);
    expect(read.ok && read.value.eq(old)).toBe(true);
  });

  it("says why a version cannot be read", async () => {
    const api = fakeApi({ readVersion: async () => fail(diskFull) });
    expect(await versionDoc(api, version)).toEqual(fail(diskFull));
    const broken = {
      id: articleId,
      metadata: emptyMetadata,
      content: { type: "x" },
      carried: nothingCarried,
    };
    const damaged = await versionDoc(fakeApi({ readVersion: async () => ok(broken) }), version);
    expect(damaged).toMatchObject({ ok: false, failure: { kind: "damaged" } });
  });
});

describe("correctSince", () => {
  const today = "2026-03-02";

  it("tells at the story's end what the filed version said, with the caret behind it", () => {
    let state = createEditorState(doc(headline("Ferry late"), p("Fog and ice")).doc, quietHost);
    correctSince(old, today)(state, (tr) => (state = state.apply(tr)));
    const correction = state.doc.lastChild;
    expect(correction?.type.name).toBe("correction");
    expect(correction?.attrs).toEqual({ kind: "correction", date: today });
    expect(correction?.textContent).toBe("An earlier version of this story said: “Fog” ");
    expect(state.selection.$from.parent).toBe(correction);
  });

  it("speaks the story's language", () => {
    const spanish = withMetadata(doc(p("Niebla")), { language: "es-ES" }).doc;
    let state = createEditorState(spanish, quietHost);
    correctSince(old, today)(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.lastChild?.textContent).toContain("Una versión anterior decía");
  });

  it("refuses where nothing differs", () => {
    expect(correctSince(old, today)(createEditorState(old, quietHost))).toBe(false);
  });
});

describe("restoreVersion", () => {
  const now = withMetadata(doc(headline("Ferry sunk"), p("Storm"), p("More")), {
    slug: "sunk",
    created: "2026-02-01T08:00:00Z",
    modified: "2026-03-02T08:30:00Z",
  }).doc;

  it("brings back words and facts, but not when the story was begun and saved", () => {
    let state = createEditorState(now, quietHost);
    restoreVersion(old)(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.content.eq(old.content)).toBe(true);
    const { slug, created, modified } = metadataOf(state.doc);
    expect([slug, created, modified]).toEqual([
      "ferry",
      "2026-02-01T08:00:00Z",
      "2026-03-02T08:30:00Z",
    ]);
  });

  it("is one change that undo takes back", () => {
    let state = createEditorState(now, quietHost);
    restoreVersion(old)(state, (tr) => (state = state.apply(tr)));
    undo(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.eq(now)).toBe(true);
  });

  it("refuses where there is nothing to restore", () => {
    const state = createEditorState(old, quietHost);
    expect(restoreVersion(old)(state)).toBe(false);
  });
});
