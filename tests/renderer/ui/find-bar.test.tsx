// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { FactMatch } from "../../../renderer/app/facts";
import { openFind } from "../../../renderer/app/find";
import { FindBar } from "../../../renderer/ui/find-bar";
import { mountDesk } from "../app/desk";
import { doc, p, withMetadata } from "../build";
import { show } from "./page";

const story = withMetadata(doc(p("A <a>ferry<b> and a ferry.")), { slug: "ferry" });

/** The bar as the window draws it after every change. */
function bar(isReplacing = false, viewOnly: string | null = null) {
  const { desk, store, view } = mountDesk(story, undefined, { viewOnly });
  openFind(desk, isReplacing);
  const shown: FactMatch["place"][] = [];
  const drawn = () => (
    <FindBar state={store.state()} desk={desk} onShow={(place) => shown.push(place)} />
  );
  const page = show(drawn());
  store.subscribe(() => page.draw(drawn()));
  return { ...page, store, view, shown };
}

describe("FindBar", () => {
  it("says how many there are, and which of them is shown", () => {
    const { text, fill, oneOf } = bar();
    expect(text("#find-told")).toContain("1 of 2");
    vi.useFakeTimers();
    fill(oneOf(HTMLInputElement, "input"), "tram");
    expect(text("#find-told")).not.toBe("Not in the text");
    vi.advanceTimersByTime(200);
    expect(text("#find-told")).toBe("Not in the text");
    vi.useRealTimers();
  });

  it("names the details that have it, and leads there", () => {
    const { press, shown } = bar();
    press("1 in slug");
    expect(shown).toEqual([{ kind: "field", field: "slug" }]);
  });

  it("says what is wrong with a pattern", () => {
    const { text, fill, oneOf, one, send } = bar();
    fill(oneOf(HTMLInputElement, "input"), "(fer");
    send(one("[aria-label='Regular expression']"), "click");
    expect(text("#find-told")).toContain("This pattern cannot be read");
    expect(one("input").getAttribute("aria-invalid")).toBe("true");
  });

  it("replaces all, but not in a story that is only looked at", () => {
    const { press, fill, oneOf, view } = bar(true);
    fill(oneOf(HTMLInputElement, "[aria-label='Replace with']"), "boat");
    press("All");
    expect(view.state.doc.textContent).toBe("A boat and a boat.");
    expect(bar(true, "newer").root.querySelector("[aria-label='Replace with']")).toBeNull();
  });
});
