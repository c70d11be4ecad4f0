// What a page would do if an attacker's words ran in it. Each try starts from a timer of the page, for
// Chromium lets the debugger's own evaluation do what the policy forbids.

import type { Page } from "playwright";

export interface Probed {
  readonly outcomes: Readonly<Record<string, string>>;
  /** The policy's directives that were named as broken. */
  readonly directives: readonly string[];
}

export function probePolicy(page: Page): Promise<Probed> {
  return page.evaluate(async () => {
    const directives = new Set<string>();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      directives.add(effectiveDirective),
    );
    const outside = "https://example.org/x";
    const made = <K extends keyof HTMLElementTagNameMap>(
      tag: K,
      attributes: Readonly<Record<string, string>>,
      text = "",
    ): HTMLElementTagNameMap[K] => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      if (text !== "") element.textContent = text;
      document.body.append(element);
      return element;
    };
    const loads = (element: HTMLElement): Promise<boolean> =>
      new Promise((resolve) => {
        element.addEventListener("load", () => resolve(true));
        element.addEventListener("error", () => resolve(false));
      });
    const marked = (): boolean => Reflect.has(window, "marked");
    const mark = "window.marked = true";

    const tries: Readonly<Record<string, () => unknown>> = {
      "inline script": () => (made("script", {}, mark), marked()),
      "script of another host": () => loads(made("script", { src: outside })),
      "script as data": () => loads(made("script", { src: `data:text/javascript,${mark}` })),
      "inline handler": () => (made("b", { onclick: mark }).click(), marked()),
      "markup as text": () => ((document.body.lastElementChild as Element).innerHTML = "<b>x</b>"),
      eval: () => {
        (0, eval)("1 + 1");
      },
      Function: () => Reflect.construct(Function, ["return 1"]),
      "a policy of its own": () =>
        (
          window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): object };
          }
        ).trustedTypes.createPolicy("mine", { createHTML: (text: string) => text }),
      WebAssembly: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
      Worker: () => new Worker(URL.createObjectURL(new Blob([mark]))),
      "fetch over http": () => fetch(outside),
      "fetch of a file": () => fetch("file:///etc/passwd"),
      "fetch of itself": () => fetch("stet://app/index.html"),
      XMLHttpRequest: () =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.onloadend = () => resolve(request.status > 0);
          request.open("GET", outside);
          request.send();
        }),
      WebSocket: () => loads(new WebSocket("wss://example.org") as unknown as HTMLElement),
      "fetch that outlives the page": () =>
        fetch(outside, { method: "POST", keepalive: true, body: "x" }),
      "picture of another host": () => loads(made("img", { src: outside })),
      "picture from a file": () => loads(made("img", { src: "file:///etc/logo.png" })),
      "picture as data": () =>
        loads(made("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" })),
      "style element": () => {
        made("style", {}, "body { outline-width: 7px; }");
        return getComputedStyle(document.body).outlineWidth === "7px";
      },
      "style attribute": () => {
        const element = made("i", { style: "outline-width: 7px" });
        return getComputedStyle(element).outlineWidth === "7px";
      },
      "style sheet of another host": () =>
        loads(made("link", { rel: "stylesheet", href: `${outside}.css` })),
      base: () => (made("base", { href: outside }), document.baseURI.startsWith("https:")),
      object: () => loads(made("object", { data: outside })),
    };
    made("iframe", { src: "https://example.org/frame" });

    const outcomes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(tries)) {
      outcomes[name] = await new Promise<string>((resolve) => {
        setTimeout(() => {
          Promise.resolve()
            .then(attempt)
            .then(
              (result) => resolve(result === false ? "stopped" : "ran"),
              (error: unknown) => resolve(String(error)),
            );
        });
      });
    }
    return { outcomes, directives: [...directives] };
  });
}
