// The sole caller of the Api: everything that takes time or leaves the page.

import { maxPictureBytes, type Picture } from "../../article/media";
import { assertNever, type Failure, type Result } from "../../article/result";
import type { Version } from "../../article/version";
import type { Api, ExportKind, Settings } from "../../electron/contract";
import { metadataOf } from "../blocks/document";
import { storyPageParts } from "../export/page";
import { autosaves, isEdited, type Offer } from "./state";
import type { Store } from "./store";
import { articleText, storyText, suggestedName } from "./story";
import { unforeseen } from "./unforeseen";
import { versionDoc } from "./versions";

export type SaveKind = "save" | "saveAgain" | "saveAs" | "saveOver" | "saveBeside";

export type Effects = ReturnType<typeof createEffects>;

/** `stamp` notes a time of saving in the story. */
export function createEffects(store: Store, api: Api, stamp: (time: string) => void) {
  const report = (title: string, failure: Failure): void => {
    store.dispatch({ kind: "asked", dialog: { kind: "failure", title, failure } });
  };

  const notOpened = (failure: Failure): void => {
    store.dispatch({ kind: "asked", dialog: { kind: "notOpened", failure } });
  };

  const taken = (results: readonly Result<Picture>[]): readonly Picture[] => {
    const pictures: Picture[] = [];
    for (const result of results) {
      if (result.ok) pictures.push(result.value);
      else report("This picture was not inserted", result.failure);
    }
    return pictures;
  };

  /** `isTold` says whether a failure is told in a dialog; else the window's foot tells it. */
  const save = async (how: SaveKind, isTold = true): Promise<boolean> => {
    const { save: saving, viewOnly } = store.state();
    if (saving.kind === "saving" || viewOnly !== null) return false;
    const { modified } = metadataOf(store.state().editor.doc);
    stamp(new Date().toISOString());
    const state = store.state();
    const text = storyText(state);
    store.dispatch({ kind: "saving" });
    const result = await api[how](text).catch(unforeseen);
    if (result === null) {
      // Nothing was saved: a story that was as its file has it is so again.
      stamp(modified);
      store.dispatch({ kind: "saveCancelled" });
      return false;
    }
    if (!result.ok) {
      const { failure } = result;
      store.dispatch({ kind: "saveFailed", failure, isTold });
      return false;
    }
    const at = new Date().toISOString();
    store.dispatch({ kind: "saved", file: result.value, doc: state.editor.doc, at });
    return true;
  };

  /** In a quit other windows may still be asked. Who writes on meanwhile calls it off. */
  const go = async (discard: boolean): Promise<void> => {
    const { revision } = store.state();
    const undo = store.subscribe(() => {
      if (store.state().revision === revision) return;
      undo();
      void api.keepWindow();
    });
    await api.closeWindow(discard);
  };

  return {
    save: (how: SaveKind) => save(how),

    /** A save that nobody asked for. */
    autosave: () => save("save", false),

    /** Another program has changed the file. */
    changedOutside(failure: Failure): void {
      if (isEdited(store.state())) {
        store.dispatch({ kind: "saveFailed", failure, isTold: false });
      } else {
        const toast = {
          text: `“${failure.file}” was changed by another program.`,
          offer: { kind: "loadTheirs" },
        } as const;
        store.dispatch({ kind: "toasted", toast });
      }
    },

    /** Main keeps this window's text in the history and loads the window anew. */
    async loadTheirs(): Promise<void> {
      const state = store.state();
      store.dispatch({ kind: "asked", dialog: { kind: "leaving" } });
      const result = await api.loadTheirs({ revision: state.revision, text: articleText(state) });
      if (!result.ok) report("The changed file was not loaded", result.failure);
    },

    versions: () => api.versions().catch(unforeseen),
    versionDoc: (version: Version) => versionDoc(api, version),

    /** Holds a version against the present story. */
    async compare(version: Version): Promise<void> {
      const doc = await versionDoc(api, version);
      if (doc.ok) store.dispatch({ kind: "comparing", comparing: { version, doc: doc.value } });
      else report("This version cannot be read", doc.failure);
    },

    async nameVersion(version: Version, name: string): Promise<void> {
      const result = await api.nameVersion(version.id, name).catch(unforeseen);
      if (!result.ok) report("The version was not named", result.failure);
      else store.dispatch({ kind: "renamed", version: result.value });
    },

    async openVersion(version: Version): Promise<void> {
      const result = await api.openVersion(version.id).catch(unforeseen);
      if (!result.ok) report("This version cannot be opened", result.failure);
    },

    /** Files the story: what is saved is sealed with its time and checksum. */
    async fileStory(): Promise<void> {
      if (isEdited(store.state()) || store.state().file === null) {
        if (!(await save("save"))) return;
      }
      const state = store.state();
      const snapshot = { revision: state.revision, text: articleText(state) };
      const result = await api.seal(snapshot).catch(unforeseen);
      if (result.ok) store.dispatch({ kind: "filed", version: result.value });
      else report("The story was saved but not filed", result.failure);
    },

    async open(): Promise<void> {
      const result = await api.openStory();
      if (result && !result.ok) notOpened(result.failure);
    },

    /** Main opens what can be read of a damaged file. */
    async salvage(): Promise<void> {
      store.dispatch({ kind: "answered" });
      const result = await api.salvage().catch(unforeseen);
      if (!result.ok) report("Nothing could be saved of the story", result.failure);
    },

    async openRecent(index: number): Promise<void> {
      const result = await api.openRecent(index);
      if (!result.ok) notOpened(result.failure);
    },

    clearRecent: () => api.clearRecent(),
    openLink: (address: string) => api.openLink(address),
    newStory: () => api.newStory(),

    async choosePictures(): Promise<readonly Picture[]> {
      return taken(await api.choosePictures());
    },

    async addPictures(files: readonly File[]): Promise<readonly Picture[]> {
      const add = async (file: File): Promise<Result<Picture>> =>
        api.addPicture(await bytesOf(file), file.name);
      return taken(await Promise.all(files.map(add)));
    },

    async exportHtml(kind: ExportKind): Promise<void> {
      const { doc } = store.state().editor;
      const target = await api.chooseExport(kind, suggestedName(doc));
      if (target === null) return;
      const parts = storyPageParts(doc, kind === "pageWithFolder");
      const result = await api.writeExport(target.target, parts);
      if (!result.ok) {
        report("The page was not exported", result.failure);
        return;
      }
      store.dispatch({
        kind: "toasted",
        toast: { text: `Exported ${target.name}`, offer: { kind: "showExport", target } },
      });
    },

    take(offer: Offer): void {
      switch (offer.kind) {
        case "showExport":
          void api.showExport(offer.target.target);
          break;
        case "loadTheirs":
          void this.loadTheirs();
          break;
        case "decide":
          store.dispatch({
            kind: "asked",
            dialog: { kind: "saveFailed", failure: offer.failure },
          });
          break;
        default:
          assertNever(offer);
      }
    },

    setSettings(settings: Settings): void {
      store.dispatch({ kind: "settings", settings });
      void api.setSettings(settings);
    },

    /** The window wants to close: at once when nothing would be lost, else the writer is asked. */
    async closeRequested(): Promise<void> {
      const state = store.state();
      if (!isEdited(state)) await go(true);
      else if (autosaves(state) && state.save.kind !== "failed") await this.saveAndClose();
      else store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    },

    async saveAndClose(): Promise<void> {
      store.dispatch({ kind: "answered" });
      const isSaved = await save("save");
      // Words that were typed while the save was on its way are in no file yet.
      if (isSaved && !isEdited(store.state())) await go(false);
      else await api.keepWindow();
    },

    async closeWithoutSaving(): Promise<void> {
      store.dispatch({ kind: "answered" });
      await go(true);
    },

    async keepOpen(): Promise<void> {
      store.dispatch({ kind: "answered" });
      await api.keepWindow();
    },

    /** Main loads the window anew with the saved version; if it cannot, the recovered text stays. */
    async discardRecovered(): Promise<void> {
      store.dispatch({ kind: "asked", dialog: { kind: "leaving" } });
      const result = await api.discardRecovered().catch(unforeseen);
      if (!result.ok) report("The saved version was not opened", result.failure);
    },
  };
}

/** One byte more than a picture may have is enough for main to refuse it in words. */
async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, maxPictureBytes + 1).arrayBuffer());
}
