// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { AppCommand } from "../../../renderer/app/commands";
import { blockCommands } from "../../../renderer/editor/insert-menu";
import { InsertButton } from "../../../renderer/ui/insert-button";
import { aState } from "../app/desk";
import { show } from "./page";

describe("InsertButton", () => {
  it("asks no command whether it would do something while its menu is closed", () => {
    const isEnabled = vi.fn(() => true);
    const commands = blockCommands.map(({ id, label, key }): [string, AppCommand] => [
      id,
      { id, label, key, isEnabled, isOn: null, run: () => undefined },
    ]);
    const { root } = show(<InsertButton state={aState()} commands={new Map(commands)} />);
    expect(isEnabled).not.toHaveBeenCalled();
    expect(root.querySelectorAll("[role=menuitem]")).toHaveLength(0);
  });
});
