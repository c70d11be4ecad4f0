// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { LinkDialog } from "../../../renderer/ui/link-dialog";
import { show } from "./page";

function linkDialog(href = "") {
  const onLink = vi.fn();
  const onCancel = vi.fn();
  const onOpen = vi.fn();
  const page = show(<LinkDialog href={href} onCancel={onCancel} onLink={onLink} onOpen={onOpen} />);
  const address = page.oneOf(HTMLInputElement, "input");
  return {
    ...page,
    onLink,
    onCancel,
    onOpen,
    address,
    type: (text: string) => page.fill(address, text),
    submit: () => page.send(page.one("form"), "submit"),
    canLink: () => !page.oneOf(HTMLButtonElement, "button[type=submit]").disabled,
    fault: () => page.text("#link-fault"),
  };
}

describe("LinkDialog", () => {
  it.each([
    ["https://example.org/a", "https://example.org/a"],
    ["http://example.org", "http://example.org"],
    ["mailto:jo@example.org", "mailto:jo@example.org"],
    ["example.org/a", "https://example.org/a"],
    ["  example.org/a  ", "https://example.org/a"],
    ["jo@example.org", "mailto:jo@example.org"],
    ["example.org/@jo", "https://example.org/@jo"],
    ["example.org:8080/a", "https://example.org:8080/a"],
    ["example.org:8080", "https://example.org:8080"],
    ["desk.example.org:8080?q=1", "https://desk.example.org:8080?q=1"],
    ["localhost:3000", "https://localhost:3000"],
    ["192.168.0.7:8080/a", "https://192.168.0.7:8080/a"],
  ])("takes %j to mean %s", (typed, meant) => {
    const { type, submit, onLink, fault } = linkDialog();
    type(typed);
    expect(fault()).toBe("");
    submit();
    expect(onLink.mock.calls).toEqual([[meant]]);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "javascript:1",
    "javascript:1/alert(1)",
    "java\tscript:1/alert(1)",
    " \u0001javascript:1",
    "vbscript:1#a",
    "data:text/html,x",
    "data:1",
    "file:///etc",
    "file:1/etc",
    "blob:1",
    "localhost:x",
    "example.org:8080x",
    "example.org:99999/a",
    "a b",
  ])("refuses %j and says what can be linked", (typed) => {
    const { type, submit, onLink, canLink, fault, address } = linkDialog();
    type(typed);
    expect(canLink()).toBe(false);
    expect(fault()).toMatch(/https.*mailto/);
    expect(address.getAttribute("aria-invalid")).toBe("true");
    submit();
    expect(onLink).not.toHaveBeenCalled();
  });

  it("links nothing as long as there is no address", () => {
    const { submit, onLink, canLink, fault } = linkDialog();
    expect([canLink(), fault()]).toEqual([false, ""]);
    submit();
    expect(onLink).not.toHaveBeenCalled();
  });

  it("has the field focused, with the address that a link has", () => {
    const { address } = linkDialog("https://a.org/");
    expect([address.autofocus, address.value]).toEqual([true, "https://a.org/"]);
  });

  it("takes a link away, where there is one", () => {
    const { press, onLink } = linkDialog("https://a.org/");
    press("Remove link");
    expect(onLink.mock.calls).toEqual([[""]]);
    expect(
      linkDialog()
        .buttons()
        .map((b) => b.textContent),
    ).toEqual(["Link", "Cancel"]);
  });

  it("is cancelled by its button and by Escape", () => {
    const { press, send, one, onCancel, onLink } = linkDialog();
    press("Cancel");
    send(one("dialog"), "cancel");
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onLink).not.toHaveBeenCalled();
  });
});
