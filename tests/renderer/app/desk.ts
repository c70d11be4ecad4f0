// A window's parts without a window: a state over any story, an Api that says yes, a desk with both.

import { onTestFinished, vi } from "vitest";
import { nothingCarried } from "../../../article/article";
import { ok, type Failure } from "../../../article/result";
import {
  defaultSettings,
  type Api,
  type SavedFile,
  type StoryFile,
} from "../../../electron/contract";
import type { Desk } from "../../../renderer/app/commands";
import { createEffects } from "../../../renderer/app/effects";
import { stampModified } from "../../../renderer/app/metadata-change";
import { noFind, type State } from "../../../renderer/app/state";
import { createStore, type Store } from "../../../renderer/app/store";
import { applyTo } from "../../../renderer/editor/draw";
import { mountEditor } from "../../../renderer/editor/mount";
import { createEditorState } from "../../../renderer/editor/state";
import { doc, p, selectionOf, type Story } from "../build";
import { quietHost } from "../keyboard";

export const articleId = "3f0b6f1e-8f5c-4f4e-9b1a-2c3d4e5f6a7b";

export const diskFull: Failure = { kind: "full", file: "a.stet", reason: "The disk is full." };
export const conflict: Failure = {
  kind: "conflict",
  file: "a.stet",
  reason: "Another program has changed “a.stet”.",
};

export function savedFile(name: string): SavedFile {
  return { ...aFile(name), slippedIn: false, historyFailure: null };
}

export function aFile(name: string): StoryFile {
  return { name, readOnly: false };
}

/** A window that shows a saved story; without a tag in it the caret is in the first field. */
export function aState(story: Story = doc(p("Ferry <a>late")), given: Partial<State> = {}): State {
  const plain = createEditorState(story.doc, quietHost);
  const hasTag = Object.keys(story.tags).length > 0;
  const editor = hasTag ? plain.apply(plain.tr.setSelection(selectionOf(story))) : plain;
  return {
    documentId: "document-1",
    articleId,
    carried: nothingCarried,
    file: aFile("a.stet"),
    editor,
    revision: 0,
    viewOnly: null,
    savedDoc: story.doc,
    save: { kind: "saved", at: null },
    backupFailure: null,
    historyFailure: null,
    dialog: null,
    toast: null,
    settings: defaultSettings,
    comparing: null,
    find: noFind,
    historyTurn: 0,
    ...given,
  };
}

/** Every request is granted at once, and whoever is asked to choose cancels. */
export function fakeApi(given: Partial<Api> = {}): Api {
  return {
    load: () => Promise.reject(new Error("a window loads once, and not in this test")),
    save: async () => ok(savedFile("a.stet")),
    saveAgain: async () => ok(savedFile("a.stet")),
    saveAs: async () => ok(savedFile("b.stet")),
    backUp: async () => ok(null),
    settle: async () => ok(null),
    saveOver: async () => ok(savedFile("a.stet")),
    saveBeside: async () => ok(savedFile("a (2).stet")),
    loadTheirs: async () => ok(null),
    versions: async () => ok([]),
    readVersion: () => Promise.reject(new Error("no version was expected")),
    nameVersion: () => Promise.reject(new Error("no version was expected")),
    openVersion: () => Promise.reject(new Error("no version was expected")),
    seal: () => Promise.reject(new Error("nothing was to be filed")),
    discardRecovered: async () => ok(null),
    detach: async () => ({ documentId: "0d6cf1d2-7f53-4f0e-9a0c-1f2f3a4b5c6d", articleId }),
    newStory: async () => undefined,
    openStory: async () => null,
    salvage: async () => ok(null),
    openRecent: async () => ok(null),
    clearRecent: async () => undefined,
    choosePictures: async () => [],
    addPicture: () => Promise.reject(new Error("no picture was expected")),
    chooseExport: async () => null,
    writeExport: async () => ok(null),
    showExport: async () => undefined,
    openLink: async () => undefined,
    setMenu: async () => undefined,
    setTitle: async () => undefined,
    setSettings: async () => undefined,
    closeWindow: async () => undefined,
    keepWindow: async () => undefined,
    readyToEnd: async () => undefined,
    on: () => () => undefined,
    ...given,
  };
}

/** Types at the caret. */
export function typeInto(store: Store, text: string): void {
  const { editor } = store.state();
  store.dispatch({ kind: "edited", editor: editor.apply(editor.tr.insertText(text)) });
}

/** A desk whose editor is mounted as the program mounts it. Needs a DOM. */
export function mountDesk(story: Story, api: Api = fakeApi(), given: Partial<State> = {}) {
  const store = createStore(aState(story, given));
  const stamp = (time: string): void => {
    if (desk.view) stampModified(time)(desk.view.state, desk.view.dispatch);
  };
  const desk: Desk = { store, effects: createEffects(store, api, stamp), view: null };
  const place = document.body.appendChild(document.createElement("div"));
  const view = mountEditor(place, store.state().editor, quietHost, (target, tr) => {
    applyTo(target, tr);
    store.dispatch({ kind: "edited", editor: target.state });
  });
  // happy-dom lays nothing out, so there is nothing to scroll to.
  view.setProps({ handleScrollToSelection: () => true });
  desk.view = view;
  onTestFinished(() => {
    view.destroy();
    place.remove();
  });
  return { desk, store, view, effects: desk.effects };
}

/** An answer that comes when the test says so. */
export function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { answer: vi.fn(() => promise), resolve: (value: T) => resolve(value) };
}
