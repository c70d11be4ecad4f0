import type { Metadata } from "./metadata";

/** ProseMirror's own JSON for a node, so that the file needs no translation. */
export interface StoryNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly StoryNode[];
  readonly marks?: readonly StoryMark[];
  readonly text?: string;
}

export interface StoryMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/**
 * One story. `id` is made once, when the story is begun, and stays through every save.
 * `carried` holds members that a later minor version wrote and we do not know: they go back
 * into the file as they came.
 */
export interface Article {
  readonly id: string;
  readonly metadata: Metadata;
  readonly content: StoryNode;
  readonly carried: Carried;
}

export interface Carried {
  readonly article: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const nothingCarried: Carried = { article: {}, metadata: {} };
