// A component on a page of its own, and the hands and eyes of who uses it.

import { render, type ComponentChild } from "preact";
import { act } from "preact/test-utils";
import { onTestFinished } from "vitest";

export function show(component: ComponentChild) {
  const root = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const draw = (shown: ComponentChild): void => void act(() => render(shown, root));
  draw(component);

  /** The first element that fits; throws when there is none. */
  const one = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing on the page is ${selector}`);
    return found;
  };

  /** The same for an element of that kind. */
  const oneOf = <E extends HTMLElement>(kind: new () => E, selector: string): E => {
    const found = one(selector);
    if (!(found instanceof kind)) throw new Error(`${selector} is no ${kind.name}`);
    return found;
  };

  /** What a label says it is for; a text area and a select are read and filled the same way. */
  const field = (label: string): HTMLInputElement => {
    const labels = [...root.querySelectorAll("label")];
    const found = labels.find((element) => element.textContent === label)?.htmlFor;
    if (found === undefined) throw new Error(`no field ${label}`);
    return one(`[id="${found}"]`) as HTMLInputElement;
  };

  return {
    root,
    draw,
    one,
    oneOf,
    field,
    text: (selector: string) => one(selector).textContent,
    buttons: () => [...root.querySelectorAll("button")],
    press(label: string): void {
      const found = [...root.querySelectorAll("button")].find((b) => b.textContent === label);
      if (!found) throw new Error(`no button ${label}`);
      void act(() => found.click());
    },
    /** Puts that text into a field as a writer's last keystroke would leave it. */
    fill(input: HTMLInputElement, text: string): void {
      send(input, "input", text);
    },
    choose(input: HTMLInputElement, value: string): void {
      send(input, "change", value);
    },
    send: (target: Element, type: string) =>
      void act(
        () => void target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
      ),
  };

  function send(input: HTMLInputElement, type: string, text: string): void {
    void act(() => {
      input.value = text;
      input.dispatchEvent(new Event(type, { bubbles: true }));
    });
  }
}
