// Every command of the window under its stable id: the same list serves keys, menus and toolbar.

import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Picture } from "../../article/media";
import type { Panel } from "../../electron/contract";
import type { BlockCommand } from "../blocks/block";
import { schema } from "../blocks/schema";
import { blockCommands } from "../editor/insert-menu";
import { linkRange } from "../editor/links";
import { isTypewriterOn, toggleTypewriter } from "../editor/typewriter";
import type { Effects } from "./effects";
import { findAgain, openFind } from "./find";
import { isMac } from "./platform";
import type { State } from "./state";
import type { Store } from "./store";

export interface AppCommand {
  readonly id: string;
  readonly label: string;
  readonly key: string | null;
  /** Whether it would do something now. */
  isEnabled(state: State): boolean;
  /** Null for a command that is not a switch. */
  isOn: ((state: State) => boolean) | null;
  run(): void;
}

export interface Desk {
  readonly store: Store;
  readonly effects: Effects;
  /** Null until the editor is mounted. */
  view: EditorView | null;
}

export function createCommands(desk: Desk): ReadonlyMap<string, AppCommand> {
  const { store, effects } = desk;
  const settings = () => store.state().settings;
  const list: readonly AppCommand[] = [
    simple("file.new", "New story", "Mod-n", () => effects.newStory()),
    simple("file.open", "Open…", "Mod-o", () => effects.open()),
    simple("file.clearRecent", "Clear list", null, () => effects.clearRecent()),
    changing("file.save", "Save", "Mod-s", () => effects.save("save")),
    changing("file.saveAs", "Save as…", "Mod-Shift-s", () => effects.save("saveAs")),
    changing("file.file", "File the story", "Mod-Shift-Enter", () => effects.fileStory()),
    simple("file.export.html", "HTML page…", "Mod-Shift-e", () => effects.exportHtml("page")),
    simple("file.export.htmlFolder", "HTML page with picture folder…", null, () =>
      effects.exportHtml("pageWithFolder"),
    ),
    editing(desk, "edit.undo", "Undo", "Mod-z", undo),
    editing(desk, "edit.redo", "Redo", "Mod-Shift-z", redo),
    ...findCommands(desk),
    ...blockCommands.map((command) => inserting(desk, command)),
    marking(desk, "format.strong", "Bold", "Mod-b", "strong"),
    marking(desk, "format.em", "Italic", "Mod-i", "em"),
    {
      id: "format.link",
      label: "Link…",
      key: "Mod-k",
      isEnabled: (state) => linkRange(state.editor) !== null,
      isOn: (state) => (linkRange(state.editor)?.href ?? "") !== "",
      run() {
        const range = linkRange(store.state().editor);
        if (range) store.dispatch({ kind: "asked", dialog: { kind: "link", href: range.href } });
      },
    },
    {
      id: "file.autosave",
      label: "Save automatically",
      key: null,
      isEnabled: () => true,
      isOn: (state) => state.settings.autosave,
      run: () => effects.setSettings({ ...settings(), autosave: !settings().autosave }),
    },
    {
      id: "view.outline",
      label: "Outline",
      key: "Mod-Shift-o",
      isEnabled: () => true,
      isOn: (state) => state.settings.outline,
      run: () => effects.setSettings({ ...settings(), outline: !settings().outline }),
    },
    panelSwitch(desk, "details", "Details", "Mod-Shift-d"),
    panelSwitch(desk, "history", "History", "Mod-Shift-h"),
    typewriterSwitch(desk),
    ...(["system", "light", "dark"] as const).map((theme) => ({
      id: `view.theme.${theme}`,
      label: { system: "As the system", light: "Light", dark: "Dark" }[theme],
      key: null,
      isEnabled: () => true,
      isOn: (state: State) => state.settings.theme === theme,
      run: () => effects.setSettings({ ...settings(), theme }),
    })),
  ];
  return new Map(list.map((command) => [command.id, command]));
}

function simple(id: string, label: string, key: string | null, act: () => unknown): AppCommand {
  return { id, label, key, isEnabled: () => true, isOn: null, run: () => void act() };
}

/** The mode is the editor's; the next window begins with it. */
function typewriterSwitch(desk: Desk): AppCommand {
  const command = editing(desk, "view.typewriter", "Typewriter mode", null, toggleTypewriter);
  return {
    ...command,
    isEnabled: () => true,
    isOn: (state) => isTypewriterOn(state.editor),
    run() {
      command.run();
      const { settings, editor } = desk.store.state();
      desk.effects.setSettings({ ...settings, typewriter: isTypewriterOn(editor) });
    },
  };
}

/** One panel at a time: to open one closes the other. */
function panelSwitch(
  { store, effects }: Desk,
  panel: Panel,
  label: string,
  key: string,
): AppCommand {
  return {
    id: `view.${panel}`,
    label,
    key,
    isEnabled: () => true,
    isOn: (state) => state.settings.panel === panel,
    run() {
      const { settings } = store.state();
      effects.setSettings({ ...settings, panel: settings.panel === panel ? null : panel });
    },
  };
}

/** Off for a story that is only looked at. */
function changing(id: string, label: string, key: string | null, act: () => unknown): AppCommand {
  return { ...simple(id, label, key, act), isEnabled: ({ viewOnly }) => viewOnly === null };
}

/** A ProseMirror command asks about itself when it is run without `dispatch`. */
function editing(
  desk: Desk,
  id: string,
  label: string,
  key: string | null,
  command: Command,
): AppCommand {
  return {
    id,
    label,
    key,
    isEnabled: (state) => state.viewOnly === null && command(state.editor),
    isOn: null,
    run() {
      const { view } = desk;
      if (view) command(view.state, view.dispatch, view);
    },
  };
}

function findCommands(desk: Desk): readonly AppCommand[] {
  const again = (id: string, label: string, key: string, direction: 1 | -1): AppCommand => ({
    ...simple(id, label, key, () => findAgain(desk, direction)),
    isEnabled: ({ find }) => find.search !== "",
  });
  return [
    simple("edit.find", "Find…", "Mod-f", () => openFind(desk, false)),
    again("edit.findNext", "Find next", "Mod-g", 1),
    again("edit.findPrevious", "Find previous", "Mod-Shift-g", -1),
    // On a Mac Command-H hides the program.
    changing("edit.replace", "Replace…", isMac ? "Mod-Alt-f" : "Mod-h", () => openFind(desk, true)),
  ];
}

function marking(desk: Desk, id: string, label: string, key: string, name: string): AppCommand {
  const mark = schema.marks[name];
  if (!mark) throw new Error(`no mark ${name}`);
  return {
    ...editing(desk, id, label, key, toggleMark(mark)),
    isOn({ editor }) {
      const { empty, from, to, $from } = editor.selection;
      return empty
        ? mark.isInSet(editor.storedMarks ?? $from.marks()) !== undefined
        : editor.doc.rangeHasMark(from, to, mark);
    },
  };
}

function inserting(desk: Desk, { id, label, key, act }: BlockCommand): AppCommand {
  if (act.kind === "command") {
    const command = editing(desk, id, label, key, act.run);
    return {
      ...command,
      run() {
        command.run();
        desk.view?.focus();
      },
    };
  }
  return changing(id, label, key, async () => {
    place(desk, act.run, await desk.effects.choosePictures());
  });
}

/** Puts pasted or dropped picture files where the caret is. */
export async function insertPictures(desk: Desk, files: readonly File[]): Promise<void> {
  const act = blockCommands.find((command) => command.act.kind === "pictures")?.act;
  if (act?.kind === "pictures") place(desk, act.run, await desk.effects.addPictures(files));
}

function place(
  { view }: Desk,
  insert: (pictures: readonly Picture[]) => Command,
  pictures: readonly Picture[],
): void {
  if (!view) return;
  if (pictures.length > 0) insert(pictures)(view.state, view.dispatch, view);
  view.focus();
}
