// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { parseArticle } from "../../../article/format";
import { fail, ok } from "../../../article/result";
import { defaultSettings, type Api, type SaveResult } from "../../../electron/contract";
import { isEdited } from "../../../renderer/app/state";
import { metadataOf } from "../../../renderer/blocks/document";
import { doc, headline, p } from "../build";
import { aFile, savedFile, conflict, diskFull, fakeApi, later, mountDesk, typeInto } from "./desk";

const story = doc(headline("Ferry late"), p("Fog <a>today"));
const neverSaved = { file: null, save: { kind: "never" } } as const;

/** A desk whose save gives that answer. */
function deskThatSaves(answer: SaveResult) {
  const save = vi.fn<Api["save"]>(async () => answer);
  const closeWindow = vi.fn<Api["closeWindow"]>(async () => undefined);
  const keepWindow = vi.fn<Api["keepWindow"]>(async () => undefined);
  const mounted = mountDesk(story, fakeApi({ save, closeWindow, keepWindow }));
  return { ...mounted, save, closeWindow, keepWindow };
}

/** A desk whose save is on its way until the test answers it. */
function deskThatWaits() {
  const { answer: save, resolve } = later<SaveResult>();
  const closeWindow = vi.fn<Api["closeWindow"]>(async () => undefined);
  const keepWindow = vi.fn<Api["keepWindow"]>(async () => undefined);
  const mounted = mountDesk(story, fakeApi({ save, closeWindow, keepWindow }));
  return { ...mounted, save, resolve, closeWindow, keepWindow };
}

describe("save", () => {
  it("sends the story with the time of the save, and says saved", async () => {
    const { effects, store, view, save } = deskThatSaves(ok(savedFile("b.stet")));
    view.dispatch(view.state.tr.insertText("again "));
    expect(await effects.save("save")).toBe(true);
    const sent = save.mock.calls[0]?.[0];
    const article = parseArticle(sent?.text ?? "", "b.stet");
    const { modified } = metadataOf(store.state().editor.doc);
    expect(article).toMatchObject({ ok: true, value: { metadata: { modified } } });
    expect(sent?.text).toContain("Fog again today");
    expect(Date.parse(modified)).not.toBeNaN();
    expect(store.state()).toMatchObject({ file: aFile("b.stet"), save: { kind: "saved" } });
    expect(isEdited(store.state())).toBe(false);
  });

  it("says saving until the answer is there, and keeps as edited what is typed meanwhile", async () => {
    const { effects, store, view, resolve } = deskThatWaits();
    const isSaved = effects.save("save");
    expect(store.state().save.kind).toBe("saving");
    view.dispatch(view.state.tr.insertText("again "));
    resolve(ok(savedFile("a.stet")));
    expect(await isSaved).toBe(true);
    expect(store.state().save.kind).toBe("saved");
    expect(isEdited(store.state())).toBe(true);
  });

  it("starts no second save while one is on its way", async () => {
    const { effects, save, resolve } = deskThatWaits();
    const first = effects.save("save");
    expect(await effects.save("save")).toBe(false);
    resolve(ok(savedFile("a.stet")));
    await first;
    expect(save).toHaveBeenCalledOnce();
    expect(await effects.save("save")).toBe(true);
  });

  it("asks for a place with save as", async () => {
    const saveAs = vi.fn<Api["saveAs"]>(async () => ok(savedFile("c.stet")));
    const save = vi.fn<Api["save"]>();
    const { effects, store } = mountDesk(story, fakeApi({ save, saveAs }));
    await effects.save("saveAs");
    expect(store.state().file).toEqual(aFile("c.stet"));
    expect(save).not.toHaveBeenCalled();
  });

  it("leaves no trace when it is cancelled: what was not edited is not edited now", async () => {
    const { effects, store } = deskThatSaves(null);
    expect(await effects.save("save")).toBe(false);
    expect(store.state()).toMatchObject({ save: { kind: "saved" }, file: aFile("a.stet") });
    expect(store.state().editor.doc.toJSON()).toEqual(story.doc.toJSON());
    expect(isEdited(store.state())).toBe(false);
  });

  it("stays never saved when the first save is cancelled", async () => {
    const api = fakeApi({ save: async () => null });
    const { effects, store } = mountDesk(story, api, { ...neverSaved, savedDoc: null });
    await effects.save("save");
    expect(store.state()).toMatchObject({ save: { kind: "never" }, file: null });
    expect(isEdited(store.state())).toBe(true);
  });

  it.each([diskFull, conflict])("tells why it failed and goes on: $kind", async (failure) => {
    const { effects, store } = deskThatSaves(fail(failure));
    expect(await effects.save("save")).toBe(false);
    expect(store.state().save).toEqual({ kind: "failed", failure });
    expect(store.state().dialog).toEqual({ kind: "saveFailed", failure });
    expect(isEdited(store.state())).toBe(true);
    expect(await effects.save("saveAs")).toBe(true);
    expect(isEdited(store.state())).toBe(false);
  });

  it("tells of an error that nobody foresaw, and can be tried again", async () => {
    const save = vi.fn<Api["save"]>();
    save.mockRejectedValueOnce(new Error("save: too long"));
    save.mockResolvedValueOnce(ok(savedFile("a.stet")));
    const { effects, store } = mountDesk(story, fakeApi({ save }));
    expect(await effects.save("save")).toBe(false);
    expect(store.state().save).toMatchObject({ kind: "failed" });
    expect(store.state().dialog).toMatchObject({
      kind: "saveFailed",
      failure: { reason: expect.stringContaining("save: too long") as string },
    });
    expect(await effects.save("save")).toBe(true);
  });
});

describe("closeRequested", () => {
  it("closes at once, with its recovery copy, when nothing would be lost", () => {
    const { effects, store, closeWindow } = deskThatSaves(null);
    void effects.closeRequested();
    expect(closeWindow.mock.calls).toEqual([[true]]);
    expect(store.state().dialog).toBeNull();
  });

  it("saves and closes a story that is saved by itself", async () => {
    const { effects, view, save, closeWindow } = deskThatSaves(ok(savedFile("a.stet")));
    view.dispatch(view.state.tr.insertText("again "));
    await effects.closeRequested();
    expect(save).toHaveBeenCalledTimes(1);
    expect(closeWindow.mock.calls).toEqual([[false]]);
  });

  it("asks after a save that failed, so that the window can be closed at all", async () => {
    const { effects, view, store, keepWindow } = deskThatSaves(fail(diskFull));
    view.dispatch(view.state.tr.insertText("again "));
    await effects.closeRequested();
    expect(keepWindow).toHaveBeenCalledTimes(1);
    store.dispatch({ kind: "answered" });
    await effects.closeRequested();
    expect(store.state().dialog).toEqual({ kind: "closing" });
  });

  it("asks first when words would be lost", () => {
    const { effects, store, closeWindow } = deskThatSaves(null);
    store.dispatch({ kind: "settings", settings: { ...defaultSettings, autosave: false } });
    typeInto(store, "again ");
    void effects.closeRequested();
    expect(store.state().dialog).toEqual({ kind: "closing" });
    expect(closeWindow).not.toHaveBeenCalled();
  });
});

describe("the answers to the closing question", () => {
  it("save, and close once it is on the disk", async () => {
    const { effects, store, closeWindow, keepWindow, resolve } = deskThatWaits();
    store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    const isClosed = effects.saveAndClose();
    expect(store.state().dialog).toBeNull();
    expect(closeWindow).not.toHaveBeenCalled();
    resolve(ok(savedFile("a.stet")));
    await isClosed;
    expect(closeWindow.mock.calls).toEqual([[false]]);
    expect(keepWindow).not.toHaveBeenCalled();
  });

  it.each([
    ["fails", fail(diskFull)],
    ["is cancelled", null],
  ])("keep the window when the save %s", async (_, answer) => {
    const { effects, closeWindow, keepWindow } = deskThatSaves(answer);
    await effects.saveAndClose();
    expect(keepWindow).toHaveBeenCalledOnce();
    expect(closeWindow).not.toHaveBeenCalled();
  });

  it("keep the window when words were typed that the save does not have", async () => {
    const { effects, view, closeWindow, keepWindow, resolve } = deskThatWaits();
    const isClosed = effects.saveAndClose();
    view.dispatch(view.state.tr.insertText("again "));
    resolve(ok(savedFile("a.stet")));
    await isClosed;
    expect(keepWindow).toHaveBeenCalledOnce();
    expect(closeWindow).not.toHaveBeenCalled();
  });

  it("give the text up", async () => {
    const { effects, save, closeWindow } = deskThatSaves(null);
    await effects.closeWithoutSaving();
    expect(closeWindow.mock.calls).toEqual([[true]]);
    expect(save).not.toHaveBeenCalled();
  });

  it("are taken back by writing on while other windows are asked", async () => {
    const { effects, view, keepWindow } = deskThatSaves(null);
    await effects.closeWithoutSaving();
    view.dispatch(view.state.tr.setSelection(view.state.selection));
    expect(keepWindow).not.toHaveBeenCalled();
    view.dispatch(view.state.tr.insertText("again "));
    view.dispatch(view.state.tr.insertText("again "));
    expect(keepWindow).toHaveBeenCalledOnce();
  });

  it("go on writing", async () => {
    const { effects, store, closeWindow, keepWindow } = deskThatSaves(null);
    store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    await effects.keepOpen();
    expect(store.state().dialog).toBeNull();
    expect(keepWindow).toHaveBeenCalledOnce();
    expect(closeWindow).not.toHaveBeenCalled();
  });
});
