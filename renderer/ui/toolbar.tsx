import type { AppCommand } from "../app/commands";
import { isEdited, type State } from "../app/state";
import { titleOf } from "../blocks/document";
import { CommandButton } from "./button";
import { InsertButton } from "./insert-button";

interface ToolbarProps {
  readonly state: State;
  readonly commands: ReadonlyMap<string, AppCommand>;
}

export function Toolbar({ state, commands }: ToolbarProps) {
  const tool = (id: string, icon: string) => (
    <CommandButton command={commands.get(id)} state={state} icon={icon} />
  );
  const name =
    state.file?.name.replace(/\.stet$/i, "") ?? (titleOf(state.editor.doc) || "New story");
  return (
    <div class="toolbar" role="toolbar" aria-label="Story tools">
      <p class="toolbar-name">
        <span>{name}</span>
        {isEdited(state) && <em>edited</em>}
      </p>
      <div class="toolbar-middle" inert={state.comparing !== null}>
        <div class="tools tools-history">
          {tool("edit.undo", "undo")}
          {tool("edit.redo", "redo")}
        </div>
        <div class="tools tools-format">
          {tool("format.strong", "bold")}
          {tool("format.em", "italic")}
          {tool("format.link", "link")}
          {tool("insert.subhead", "heading-2")}
          {tool("insert.quote", "quote")}
          {tool("insert.figure", "image")}
        </div>
        <InsertButton state={state} commands={commands} />
      </div>
      <div class="tools tools-panels">
        {tool("edit.find", "search")}
        {tool("view.history", "file-clock")}
        {tool("view.details", "panel-right")}
      </div>
    </div>
  );
}
