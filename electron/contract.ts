// THE contract between the main process and the page. Main implements `Requests`, the page calls it,
// tests fake it with an object literal; a method's name is its channel's name. Paths never cross:
// the page knows its story by the window it lives in, and file names only for showing.

import type { Article } from "../article/article";
import type { PagePart, Picture } from "../article/media";
import type { Failure, Result } from "../article/result";
import type { Version } from "../article/version";

/** Names the story of one window for as long as that window shows it; part of its media URLs. */
export type DocumentId = string;

export interface Requests {
  /** What this window is to show. The page asks once, when it starts. */
  load(): Promise<Loaded>;
  /** Writes the story to its file, asking for a place if it has none. Resolves once it is on the disk. */
  save(story: StoryText): Promise<SaveResult>;
  /** The same where its file is “gone”, and the writer wants it there again. */
  saveAgain(story: StoryText): Promise<SaveResult>;
  /** Writes over a file that another program changed; the history keeps what stood there. */
  saveOver(story: StoryText): Promise<SaveResult>;
  /** Writes beside a file that another program changed: that is the story's file from then on. */
  saveBeside(story: StoryText): Promise<SaveResult>;
  /** The history keeps `mine`, and the window loads its file anew as another program left it. */
  loadTheirs(mine: Snapshot): Promise<Result<null>>;
  /** Asks for a place, then writes there; from then on that is the story's file. */
  saveAs(story: StoryText): Promise<SaveResult>;
  /** Keeps an unsaved state in the profile against a crash. Resolves once it is on the disk. */
  backUp(snapshot: Snapshot): Promise<Result<null>>;
  /**
   * For a story that is again what its file holds: its recovery copies go. If the file says something
   * else by now, or is gone, the copy is made as `backUp` would.
   */
  settle(snapshot: Snapshot): Promise<Result<null>>;
  /**
   * Throws the recovered text away; `load` then gives the saved one. Where that cannot be read, the
   * recovered text stays and the failure says why.
   */
  discardRecovered(): Promise<Result<null>>;
  /**
   * The page cannot make a story of what `load` gave: the window goes on with a new one. The file, or
   * the recovery copy that it came from, is left as it is.
   */
  detach(): Promise<StoryIds>;
  /** What the history has of this story, newest first. */
  versions(): Promise<Result<readonly Version[]>>;
  readVersion(id: string): Promise<Result<Article>>;
  /** Gives a version a name, by which it is kept for good; "" takes the name away. */
  nameVersion(id: string, name: string): Promise<Result<Version>>;
  /** Opens a version in a window of its own, as a new story without a file. */
  openVersion(id: string): Promise<Result<null>>;
  /** Seals the saved text: the history keeps it for good, with its time and checksum. */
  seal(snapshot: Snapshot): Promise<Result<Version>>;
  newStory(): Promise<void>;
  /** Asks for a file and opens it; null when the writer cancelled. */
  openStory(): Promise<Result<null> | null>;
  /** Opens what can be read of the damaged file or copy that this window was to show, as a new story. */
  salvage(): Promise<Result<null>>;
  /** Opens the file at that place of the Open Recent menu, newest first. */
  openRecent(index: number): Promise<Result<null>>;
  clearRecent(): Promise<void>;
  /** Asks for picture files and takes them in; empty when the writer cancelled. */
  choosePictures(): Promise<readonly Result<Picture>[]>;
  /** Takes in a pasted or dropped picture. `name` is only for messages. */
  addPicture(bytes: Uint8Array, name: string): Promise<Result<Picture>>;
  /** Asks where the export goes; null when the writer cancelled. */
  chooseExport(kind: ExportKind, suggestedName: string): Promise<ExportTarget | null>;
  /** Writes what `chooseExport` announced; pictures are filled in by main. */
  writeExport(target: string, page: readonly PagePart[]): Promise<Result<null>>;
  /** Shows the last export in the system's file manager. */
  showExport(target: string): Promise<void>;
  /** Asks the writer, then gives an address to the system: http, https or mailto. */
  openLink(address: string): Promise<void>;
  setMenu(menus: readonly Menu[]): Promise<void>;
  setTitle(title: string, edited: boolean): Promise<void>;
  setSettings(settings: Settings): Promise<void>;
  /**
   * The answer to `closeRequested`: the window goes, in a quit once all others may. `discard` drops
   * its recovery copy as well.
   */
  closeWindow(discard: boolean): Promise<void>;
  /** The other answer: the window stays, and a quit that asked for it is off. */
  keepWindow(): Promise<void>;
  /** The answer to `endRequested`. */
  readyToEnd(): Promise<void>;
}

export interface Notices {
  /** A menu item was chosen; the id is one that the page sent with `setMenu`. */
  command: string;
  /** The window is about to close: answer with `closeWindow` or `keepWindow`. */
  closeRequested: null;
  /** The program ends in a moment, whatever is open: send what is not kept yet, then `readyToEnd`. */
  endRequested: null;
  /** What is known of the story's file is not what was said before. */
  file: StoryFile;
  /** Another program has changed the story's file; said once for each change. */
  changedOutside: Failure;
  /** Another window changed the settings. */
  settings: Settings;
}

export type Api = Requests & {
  /** Returns the function that stops listening. */
  on<N extends keyof Notices>(notice: N, listener: (payload: Notices[N]) => void): () => void;
};

export interface StoryIds {
  readonly documentId: DocumentId;
  /** Goes with the story through every save and copy; the history knows it by this. */
  readonly articleId: string;
}

export interface Loaded extends StoryIds {
  /** Null for a story that is just being begun. */
  readonly article: Article | null;
  /** Null as long as the story has no file of its own. */
  readonly file: StoryFile | null;
  /** Set when `article` was not saved before the program stopped. */
  readonly recovered: Recovered | null;
  /** What could not be saved of a damaged file or copy, when `article` is what could; one sentence. */
  readonly salvaged: string | null;
  /** Why the story may be looked at and not changed; null if it may. */
  readonly viewOnly: string | null;
  /** Why the file that was asked for is not what this window shows. */
  readonly problem: Failure | null;
  readonly settings: Settings;
}

export interface StoryFile {
  /** The file's name with its extension, as it should be shown. */
  readonly name: string;
  /** Whether the file, its folder or its disk takes no writing: Save then asks for another place. */
  readonly readOnly: boolean;
}

export interface Recovered {
  /** When the copy was made, ISO 8601. */
  readonly time: string;
  /** Whether there is a saved version to go back to. */
  readonly hasFile: boolean;
}

export interface Snapshot {
  /** Counts the changes of this window's story; a save acknowledges one of them. */
  readonly revision: number;
  /** article.json as `serialiseArticle` writes it. */
  readonly text: string;
}

export interface StoryText extends Snapshot {
  /** article.html: the story as a plain page, its pictures at `media/<name>`. */
  readonly html: string;
  /** What a file of it may be called; main makes a name of it that every disk takes. */
  readonly suggestedName: string;
}

/** Null when the writer cancelled the dialog. */
export type SaveResult = Result<SavedFile> | null;

export interface SavedFile extends StoryFile {
  /** Another program wrote into the file in the last moment: the history has its words. */
  readonly slippedIn: boolean;
  /** Why the words that the save replaced are not in the history; null if they are. */
  readonly historyFailure: Failure | null;
}

/** One page with its pictures inside, or a page beside a folder of pictures. */
export const exportKinds = ["page", "pageWithFolder"] as const;
export type ExportKind = (typeof exportKinds)[number];

export interface ExportTarget {
  /** Names the target for `writeExport`; good for this window only. */
  readonly target: string;
  /** The chosen file's name. */
  readonly name: string;
}

export interface Menu {
  readonly label: string;
  readonly items: readonly (MenuItem | Submenu)[];
}

export interface Submenu {
  readonly kind: "submenu";
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly kind: "separator" }
  | { readonly kind: "role"; readonly role: MenuRole }
  | { readonly kind: "recent"; readonly id: string; readonly label: string }
  | {
      readonly kind: "command";
      readonly id: string;
      readonly label: string;
      /** In ProseMirror's notation, for example `Mod-Shift-9`. */
      readonly key: string | null;
      readonly enabled: boolean;
      /** Null for an item that cannot be ticked. */
      readonly checked: boolean | null;
    };

/** What the system does by itself. */
export const menuRoles = [
  "cut",
  "copy",
  "paste",
  "pasteAndMatchStyle",
  "selectAll",
  "close",
  "quit",
  "resetZoom",
  "zoomIn",
  "zoomOut",
  "togglefullscreen",
  "minimize",
] as const;
export type MenuRole = (typeof menuRoles)[number];

/** Remembered per machine. */
export interface Settings {
  readonly theme: Theme;
  /** The one that is open at the side; null when none is. */
  readonly panel: Panel | null;
  /** Whether a story that has a file is saved by itself. */
  readonly autosave: boolean;
  readonly outline: boolean;
  readonly typewriter: boolean;
}

export const panels = ["details", "history"] as const;
export type Panel = (typeof panels)[number];

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const defaultSettings: Settings = {
  theme: "system",
  panel: null,
  autosave: true,
  outline: false,
  typewriter: false,
};

export const requestNames = names<keyof Requests>({
  load: true,
  save: true,
  saveAgain: true,
  saveOver: true,
  saveBeside: true,
  loadTheirs: true,
  saveAs: true,
  backUp: true,
  settle: true,
  discardRecovered: true,
  detach: true,
  versions: true,
  readVersion: true,
  nameVersion: true,
  openVersion: true,
  seal: true,
  newStory: true,
  openStory: true,
  salvage: true,
  openRecent: true,
  clearRecent: true,
  choosePictures: true,
  addPicture: true,
  chooseExport: true,
  writeExport: true,
  showExport: true,
  openLink: true,
  setMenu: true,
  setTitle: true,
  setSettings: true,
  closeWindow: true,
  keepWindow: true,
  readyToEnd: true,
});

export const noticeNames = names<keyof Notices>({
  command: true,
  closeRequested: true,
  endRequested: true,
  file: true,
  changedOutside: true,
  settings: true,
});

/** The scheme of the program's own page; its pictures come through `mediaScheme`. */
export const appScheme = "stet";

/** A list that cannot forget a name: every member of the union has to stand in the record. */
function names<N extends string>(all: Readonly<Record<N, true>>): readonly N[] {
  return Object.keys(all) as N[];
}
