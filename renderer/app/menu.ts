// The application menu as this window wants it; main draws it and knows no command by name.

import type { Menu, MenuItem, MenuRole, Submenu } from "../../electron/contract";
import { blockCommands } from "../editor/insert-menu";
import type { AppCommand } from "./commands";
import type { State } from "./state";

const separator: MenuItem = { kind: "separator" };
const submenu = (label: string, items: readonly MenuItem[]): Submenu => ({
  kind: "submenu",
  label,
  items,
});
const role = (name: MenuRole): MenuItem => ({ kind: "role", role: name });

export function menuModel(
  commands: ReadonlyMap<string, AppCommand>,
  state: State,
): readonly Menu[] {
  const item = (id: string): MenuItem => {
    const command = commands.get(id);
    if (!command) throw new Error(`no command ${id}`);
    const { label, key } = command;
    const checked = command.isOn?.(state) ?? null;
    return { kind: "command", id, label, key, enabled: command.isEnabled(state), checked };
  };
  return [
    {
      label: "File",
      items: [
        item("file.new"),
        item("file.open"),
        { kind: "recent", id: "file.openRecent", label: "Open recent" },
        separator,
        item("file.save"),
        item("file.saveAs"),
        item("file.autosave"),
        separator,
        item("file.file"),
        separator,
        submenu("Export", [item("file.export.html"), item("file.export.htmlFolder")]),
        separator,
        role("close"),
        role("quit"),
      ],
    },
    {
      label: "Edit",
      items: [
        item("edit.undo"),
        item("edit.redo"),
        separator,
        role("cut"),
        role("copy"),
        role("paste"),
        role("pasteAndMatchStyle"),
        role("selectAll"),
        separator,
        item("edit.find"),
        item("edit.findNext"),
        item("edit.findPrevious"),
        item("edit.replace"),
      ],
    },
    { label: "Insert", items: blockCommands.map(({ id }) => item(id)) },
    {
      label: "Format",
      items: [item("format.strong"), item("format.em"), item("format.link")],
    },
    {
      label: "View",
      items: [
        item("view.outline"),
        item("view.details"),
        item("view.history"),
        item("view.typewriter"),
        separator,
        submenu("Theme", [
          item("view.theme.system"),
          item("view.theme.light"),
          item("view.theme.dark"),
        ]),
        separator,
        role("zoomIn"),
        role("zoomOut"),
        role("resetZoom"),
        role("togglefullscreen"),
      ],
    },
  ];
}
