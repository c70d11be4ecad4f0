import { describe, expect, it } from "vitest";
import { nothingCarried, type Article, type StoryNode } from "../../../article/article";
import { emptyMetadata } from "../../../article/metadata";
import type { Failure } from "../../../article/result";
import { defaultSettings, type Loaded } from "../../../electron/contract";
import { openingState } from "../../../renderer/app/opening";
import { isEdited } from "../../../renderer/app/state";
import { metadataOf } from "../../../renderer/blocks/document";
import { doc, headline, p } from "../build";
import { quietHost } from "../keyboard";
import { aFile, articleId } from "./desk";

const ferry = doc(headline("Ferry late"), p("Fog"));

const article: Article = {
  id: articleId,
  metadata: { ...emptyMetadata, slug: "ferry", language: "es" },
  content: ferry.doc.toJSON() as StoryNode,
  carried: { article: { threads: [] }, metadata: {} },
};

const broken: Article = { ...article, content: { type: "doc", content: [{ type: "table" }] } };

const nothing: Loaded = {
  documentId: "document-1",
  articleId,
  article: null,
  file: null,
  recovered: null,
  salvaged: null,
  viewOnly: null,
  problem: null,
  settings: { ...defaultSettings, theme: "dark" },
};

const opened = (given: Partial<Loaded>, language = "de") =>
  openingState({ ...nothing, ...given }, quietHost, language);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const recovered = { time: "2026-03-01T08:30:00Z", hasFile: true };

describe("openingState", () => {
  it("begins a new story in the machine's language, not edited and never saved", () => {
    const { state, refused } = opened({});
    expect(refused).toBe(false);
    expect(state).toMatchObject({ file: null, save: { kind: "never" }, dialog: null, revision: 0 });
    expect(state.settings.theme).toBe("dark");
    expect(state.articleId).toMatch(uuid);
    const { language, created } = metadataOf(state.editor.doc);
    expect(language).toBe("de");
    expect(Date.parse(created)).not.toBeNaN();
    expect(isEdited(state)).toBe(false);
  });

  it("shows a file's story as saved, with everything the file knows", () => {
    const { state, refused } = opened({ article, file: aFile("ferry.stet") });
    expect(refused).toBe(false);
    expect(state).toMatchObject({
      articleId,
      carried: article.carried,
      file: aFile("ferry.stet"),
      save: { kind: "saved", at: null },
      dialog: null,
    });
    expect(state.editor.doc.content.eq(ferry.doc.content)).toBe(true);
    expect(metadataOf(state.editor.doc)).toEqual(article.metadata);
    expect(isEdited(state)).toBe(false);
  });

  it("shows a sample as a story without a file", () => {
    const { state } = opened({ article });
    expect(state).toMatchObject({ articleId, file: null, save: { kind: "never" } });
  });

  it("shows what was saved of a damaged file as unsaved words, and tells what was not", () => {
    const { state } = opened({ article, salvaged: "One block is missing." });
    expect(state).toMatchObject({
      file: null,
      dialog: { kind: "salvaged", lost: "One block is missing." },
    });
    expect(isEdited(state)).toBe(true);
  });

  it("lets go of a file whose story the editor cannot show, and says why", () => {
    const { state, refused } = opened({ article: broken, file: aFile("ferry.stet") });
    expect(refused).toBe(true);
    expect(state).toMatchObject({
      file: null,
      carried: nothingCarried,
      save: { kind: "never" },
      dialog: { kind: "notOpened", failure: { kind: "damaged", file: "ferry.stet" } },
    });
    expect(state.editor.doc.textContent).toBe("");
    expect(isEdited(state)).toBe(false);
  });

  it("asks about recovered text, which counts as edited", () => {
    const { state } = opened({ article, file: aFile("ferry.stet"), recovered });
    expect(state.dialog).toEqual({ kind: "recovered", recovered });
    expect(state.file).toEqual(aFile("ferry.stet"));
    expect(isEdited(state)).toBe(true);
  });

  it("does not offer recovered text that it cannot show", () => {
    const { state, refused } = opened({ article: broken, recovered });
    expect(refused).toBe(true);
    expect(state.dialog).toMatchObject({ kind: "notRecovered", recovered });
    expect(state.dialog).toHaveProperty(
      "failure.reason",
      expect.stringContaining("recovered copy"),
    );
    expect(isEdited(state)).toBe(false);
  });

  it("tells why the file that was asked for is not there", () => {
    const problem: Failure = { kind: "missing", file: "x.stet", reason: "There is no “x.stet”." };
    const { state, refused } = opened({ problem });
    expect(refused).toBe(false);
    expect(state.dialog).toEqual({ kind: "notOpened", failure: problem });
  });
});
