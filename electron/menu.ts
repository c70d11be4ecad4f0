import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from "electron";
import type { Menu as Model, MenuItem, Submenu } from "./contract";
import { notify } from "./ipc";

/** Draws a window's menu model. It knows no command: a chosen item goes back to the page by its id. */
export class ApplicationMenu {
  private readonly models = new WeakMap<BrowserWindow, readonly Model[]>();
  /** The one that was in front last comes first. */
  private windows: readonly BrowserWindow[] = [];

  /** `recent` gives the recent files' names, newest first. */
  constructor(private readonly recent: () => readonly string[]) {}

  set(window: BrowserWindow, model: readonly Model[]): void {
    this.models.set(window, model);
    if (!this.windows.includes(window)) this.windows = [...this.windows, window];
    if (this.front === window) this.draw();
  }

  /** The application menu is the front window's, and its items go to that window. */
  toFront(window: BrowserWindow): void {
    this.windows = [window, ...this.windows.filter((other) => other !== window)];
    this.draw();
  }

  /** The menu goes to the window before: the system may be a while until it focuses one, or never do. */
  forget(window: BrowserWindow): void {
    this.windows = this.windows.filter((other) => other !== window);
    this.draw();
  }

  draw(): void {
    const model = this.front && this.models.get(this.front);
    if (!model) return;
    const menus = model.map(({ label, items }) => ({
      label,
      submenu: items.map((item) => this.item(item)),
    }));
    const appMenu: MenuItemConstructorOptions[] =
      process.platform === "darwin" ? [{ role: "appMenu" }] : [];
    Menu.setApplicationMenu(Menu.buildFromTemplate([...appMenu, ...menus]));
  }

  private get front(): BrowserWindow | null {
    return this.windows[0] ?? null;
  }

  private item(item: MenuItem | Submenu): MenuItemConstructorOptions {
    switch (item.kind) {
      case "separator":
        return { type: "separator" };
      case "role":
        return { role: item.role };
      case "submenu":
        return { label: item.label, submenu: item.items.map((below) => this.item(below)) };
      case "recent":
        return { id: item.id, label: item.label, submenu: this.recentItems(item.id) };
      case "command":
        return {
          ...this.command(item.id, item.label),
          enabled: item.enabled,
          ...(item.checked === null ? {} : { type: "checkbox", checked: item.checked }),
          ...(item.key === null
            ? {}
            : { accelerator: accelerator(item.key), registerAccelerator: false }),
        };
    }
  }

  private recentItems(id: string): MenuItemConstructorOptions[] {
    const names = this.recent();
    if (names.length === 0) return [{ label: "No recent stories", enabled: false }];
    return [
      ...names.map((name, index) => this.command(`${id}#${index}`, name)),
      { type: "separator" },
      this.command("file.clearRecent", "Clear list"),
    ];
  }

  private command(id: string, label: string): MenuItemConstructorOptions {
    // An ampersand in a label would underline the letter behind it.
    return {
      id,
      label: label.replaceAll("&", "&&"),
      click: () => {
        if (this.front) notify(this.front, "command", id);
      },
    };
  }
}

/** `Mod-Shift-9` as Electron writes it: `CmdOrCtrl+Shift+9`. */
function accelerator(key: string): string {
  return key.replace("Mod", "CmdOrCtrl").split("-").join("+");
}
