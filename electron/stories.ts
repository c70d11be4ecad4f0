import type { BrowserWindow, WebContents } from "electron";
import type { DocumentId, ExportKind, Loaded } from "./contract";

/** What main knows of the story in one window. Its text is the page's; main only passes it on. */
export interface OpenStory {
  readonly id: DocumentId;
  /** The id that its article.json has, or will have. */
  articleId: string;
  readonly window: BrowserWindow;
  /** What the page is shown first; it may still be on its way when the window opens. */
  readonly opening: Promise<Opening>;
  /** The real path of the file that is still being read for it. */
  asked: string | null;
  /** Null as long as the story has no file. */
  file: OpenFile | null;
  /** What was last asked for here and found damaged. */
  damaged: Damaged | null;
  /** Story files that hold its pictures, beside its own: a sample, or what a recovered text came from. */
  places: readonly string[];
  /** Where exports of this window may go, by the name the page has for each. */
  readonly exports: Map<string, { readonly path: string; readonly kind: ExportKind }>;
  /** What the page calls the story, and whether it has unsaved words: for the title bar. */
  title: string;
  edited: boolean;
  /** What is being written where, null at rest; `sum` as `Backup.saving`. */
  saving: { readonly path: string; readonly sum: string } | null;
  /** Of its file when that was last found to be as the page knows it; "" if it was not looked at yet. */
  stamp: string;
  /** The fingerprint of the outside change that the page was last told of. */
  toldOf: string | null;
  /** Set once the page has asked what to show: from then on only it can say whether to close. */
  live: boolean;
  mayClose: boolean;
  /** Set when the writer gave the text up: a copy of it that is still on its way is not kept. */
  givenUp: boolean;
}

export type Damaged =
  | { readonly kind: "file"; readonly path: string }
  /** A recovery copy that the page could not show; `places` as in `OpenStory`. */
  | {
      readonly kind: "copy";
      readonly documentId: DocumentId;
      readonly places: readonly string[];
    };

export interface OpenFile {
  readonly path: string;
  /** Of the state that the page's text is based on. */
  readonly fingerprint: string;
  readonly readOnly: boolean;
}

export type Opening = Pick<Loaded, "article" | "recovered" | "salvaged" | "viewOnly" | "problem">;

/** The open stories, one a window. */
export class Stories {
  private readonly byWindow = new Map<BrowserWindow, OpenStory>();

  all(): readonly OpenStory[] {
    return [...this.byWindow.values()];
  }

  /** A window that shows another story from now on forgets the one before. */
  put(story: OpenStory): void {
    this.byWindow.set(story.window, story);
  }

  remove(window: BrowserWindow): void {
    this.byWindow.delete(window);
  }

  ofWindow(window: BrowserWindow): OpenStory | null {
    return this.byWindow.get(window) ?? null;
  }

  ofContents(contents: WebContents): OpenStory | null {
    return this.all().find((story) => story.window.webContents === contents) ?? null;
  }

  ofId(id: DocumentId): OpenStory | null {
    return this.all().find((story) => story.id === id) ?? null;
  }

  /** `path` is a real path, as `OpenFile.path` is. */
  ofPath(path: string): OpenStory | null {
    return this.all().find((story) => placeOf(story) === path) ?? null;
  }
}

/** The real path of the file that a window shows, or is about to. */
export function placeOf({ file, asked }: OpenStory): string | null {
  return file ? file.path : asked;
}
