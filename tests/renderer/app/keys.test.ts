// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createCommands } from "../../../renderer/app/commands";
import { listenToKeys } from "../../../renderer/app/keys";
import { by, doc, expectState, p, quote, strong, subhead } from "../build";
import { mount } from "../keyboard";
import { mountDesk } from "./desk";

const named: Readonly<Record<string, string>> = { Ctrl: "Mod", "↑": "ArrowUp", "↓": "ArrowDown" };

/** `Ctrl+Shift+S` in prosemirror-keymap's notation: `Mod-Shift-s`. */
function bindingOf(shown: string): string {
  const parts = shown.split("+").map((part) => named[part] ?? part);
  return parts.map((part) => (part.length === 1 ? part.toLowerCase() : part)).join("-");
}

/** As a keyboard reports it: with Shift a letter is a capital. */
function keydown(binding: string): KeyboardEvent {
  const parts = binding.split("-");
  const key = parts.at(-1) ?? "";
  const shiftKey = parts.includes("Shift");
  return new KeyboardEvent("keydown", {
    key: shiftKey && key.length === 1 ? key.toUpperCase() : key,
    keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
    ctrlKey: parts.includes("Mod"),
    altKey: parts.includes("Alt"),
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
}

describe("README's table of keys", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const table = /### Keys\n\n([^]*?)\n\n/.exec(readme)?.[1] ?? "";
  const shown = [...table.matchAll(/`((?:Ctrl|Alt|Shift)\+[^`]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  const commandKeys = (): readonly string[] => {
    const { desk } = mountDesk(doc(p("<a>")));
    return [...createCommands(desk).values()].flatMap(({ key }) => key ?? []);
  };

  it.each(shown)("shows %s, which does something", (key) => {
    if (commandKeys().includes(bindingOf(key))) return;
    // One of these is a place where it can act.
    const places = [
      doc(p("before"), quote(p("sa<a>id"), by("Jo")), p("after")),
      doc(p("before"), subhead("x<a>"), p("after")),
    ];
    const isTaken = places.some((place) => {
      const view = mount(place);
      return view.someProp("handleKeyDown", (handle) => handle(view, keydown(bindingOf(key))));
    });
    expect(isTaken).toBe(true);
  });

  it("shows every key that a command has", () => {
    const bindings = shown.map(bindingOf);
    expect(commandKeys().filter((key) => !bindings.includes(key))).toEqual([]);
    expect(bindings.length).toBeGreaterThan(commandKeys().length);
  });
});

describe("listenToKeys", () => {
  const listening = vi.spyOn(window, "addEventListener");

  beforeEach(() => {
    listening.mockClear();
    // One window a test: what the one before listened for is gone with it.
    onTestFinished(() => {
      for (const [type, listener] of listening.mock.calls) {
        window.removeEventListener(type, listener, { capture: true });
      }
    });
  });

  function aWindow() {
    const mounted = mountDesk(doc(p("<a>Fog<b> today")));
    listenToKeys(mounted.desk, createCommands(mounted.desk));
    const press = (binding: string, target: Element = mounted.view.dom): boolean => {
      const event = keydown(binding);
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { ...mounted, press };
  }

  /** An element beside the editor, gone after the test. */
  function beside<E extends Element>(element: E): E {
    onTestFinished(() => element.remove());
    return document.body.appendChild(element);
  }

  it("runs a command by its key and keeps the key from everybody else", () => {
    const { view, press } = aWindow();
    const heard = vi.fn();
    view.dom.addEventListener("keydown", heard);
    expect(press("Mod-Alt-2")).toBe(true);
    expectState(view.state, doc(subhead("<a>Fog<b> today")));
    expect(heard).not.toHaveBeenCalled();
  });

  it("leaves every other key alone", () => {
    const { view, press } = aWindow();
    const heard = vi.fn();
    view.dom.addEventListener("keydown", heard);
    expect(press("F7")).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
  });

  it("redoes by Mod-y as well", () => {
    const { view, press } = aWindow();
    press("Mod-b");
    press("Mod-z");
    expectState(view.state, doc(p("<a>Fog<b> today")));
    press("Mod-y");
    expectState(view.state, doc(p(strong("<a>Fog<b>"), " today")));
  });

  it("runs the window's commands from a field, and none that would change the text behind it", () => {
    const { view, store, press } = aWindow();
    const field = beside(document.createElement("input"));
    field.focus();
    expect(press("Mod-Shift-d", field)).toBe(true);
    expect(store.state().settings.panel).toBe("details");
    expect(press("Mod-b", field)).toBe(false);
    expect(press("Mod-Shift-9", field)).toBe(false);
    expectState(view.state, doc(p("<a>Fog<b> today")));
  });

  it("runs nothing while a dialog is open", () => {
    const { store, press } = aWindow();
    store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    expect(press("Mod-Shift-d", document.body)).toBe(false);
    expect(store.state().settings.panel).toBeNull();
  });

  it("runs nothing before the editor is there", () => {
    const { desk, store, press } = aWindow();
    desk.view = null;
    expect(press("Mod-Shift-d", document.body)).toBe(false);
    expect(store.state().settings.panel).toBeNull();
  });
});
