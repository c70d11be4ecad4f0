// A block is one folder: its nodes, how they read on the page, its commands and keys. Schema, keymap,
// toolbar, menus, insert menu and exports all fold over the list in `index.ts`.

import type { Mark, MarkSpec, Node, NodeSpec, NodeType } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { InputRule } from "prosemirror-inputrules";
import type { NodeViewConstructor } from "prosemirror-view";
import type { MediaName, Picture } from "../../article/media";
import type { HtmlElement, HtmlSpec } from "../lib/html";

/**
 * Writes a node for the reader's page. `children` are its children, already written, so that a block
 * may place them apart (a quote's speaker stands outside its blockquote). Null writes nothing.
 */
export type HtmlWriter = (node: Node, children: readonly HtmlSpec[], page: HtmlPage) => HtmlSpec;

/** What a writer may know of the page it writes for. */
export interface HtmlPage {
  /** The story's, as a BCP 47 tag: for what the page says besides the story's words. */
  readonly language: string;
  pictureUrl(media: MediaName): string;
}

/** Gives the element a mark becomes; the marked text goes inside. */
export type HtmlMarkWriter = (mark: Mark) => HtmlElement;

/** What a node view may ask of the program around the page. */
export interface ViewHost {
  pictureUrl(media: MediaName): string;
  /** Lets the writer choose a picture file; null when cancelled or refused (the writer is told why). */
  choosePicture(): Promise<Picture | null>;
}

/** A line of the insert menu, and a menu item with the same stable id. */
export interface BlockCommand {
  readonly id: string;
  readonly label: string;
  /** What it is for, in a few words. */
  readonly hint: string;
  /** A Lucide icon's name. */
  readonly icon: string;
  /** In prosemirror-keymap's notation, or null. */
  readonly key: string | null;
  readonly act: Act;
}

/** Some blocks need pictures before they can be inserted; whoever runs them asks for these first. */
export type Act =
  | { readonly kind: "command"; readonly run: Command }
  | { readonly kind: "pictures"; readonly run: (pictures: readonly Picture[]) => Command };

export type Types<N extends string> = Readonly<Record<N, NodeType>>;

export interface Block<N extends string = string, M extends string = string> {
  readonly nodes: Readonly<Record<N, NodeSpec>>;
  readonly html: Readonly<Record<N, HtmlWriter>>;
  readonly marks: Readonly<Record<M, MarkSpec>>;
  readonly markHtml: Readonly<Record<M, HtmlMarkWriter>>;
  readonly views: Readonly<Partial<Record<N, (host: ViewHost) => NodeViewConstructor>>>;
  menu(types: Types<N>): readonly BlockCommand[];
  keys(types: Types<N>): Readonly<Record<string, Command>>;
  inputRules(types: Types<N>): readonly InputRule[];
}

/**
 * Fills in what a block does not have. The node names are inferred from `nodes`, so a node without
 * an `html` writer does not compile.
 */
export function defineBlock<N extends string, M extends string = never>(
  block: Pick<Block<N, M>, "nodes" | "html"> & Partial<Block<N, M>>,
): Block<N, M> {
  return {
    marks: {} as Readonly<Record<M, MarkSpec>>,
    markHtml: {} as Readonly<Record<M, HtmlMarkWriter>>,
    views: {} as Block<N, M>["views"],
    menu: () => [],
    keys: () => ({}),
    inputRules: () => [],
    ...block,
  };
}
