// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { emptyMetadata, type Metadata, type MetadataField } from "../../../article/metadata";
import { DetailsPanel } from "../../../renderer/ui/details-panel";
import { show } from "./page";

function panel(given: Partial<Metadata> = {}) {
  const onChange = vi.fn<(field: MetadataField, value: unknown) => void>();
  const onClose = vi.fn();
  const drawn = (metadata: Metadata) => (
    <DetailsPanel isOff={false} metadata={metadata} onChange={onChange} onClose={onClose} />
  );
  const page = show(drawn({ ...emptyMetadata, ...given }));
  const faults = () => [...page.root.querySelectorAll(".field-fault")].map((f) => f.textContent);
  const redraw = (next: Partial<Metadata>) => page.draw(drawn({ ...emptyMetadata, ...next }));
  return { ...page, onChange, onClose, faults, redraw };
}

const texts = [
  ["Slug", "slug"],
  ["Section", "section"],
  ["Agency or source", "source"],
  ["Publisher", "publisher"],
  ["Copyright", "copyright"],
  ["Usage terms", "usageTerms"],
  ["Editor’s note", "editorsNote"],
] as const;

describe("DetailsPanel", () => {
  it.each(texts)("shows what the story has for %s, and passes on what is typed", (label, name) => {
    const { field, fill, onChange, faults } = panel({ [name]: "before" });
    expect(field(label).value).toBe("before");
    fill(field(label), "after");
    expect(onChange.mock.calls).toEqual([[name, "after"]]);
    expect(faults()).toEqual([]);
  });

  it("shows what undo brings back", () => {
    const { field, redraw } = panel({ slug: "after" });
    redraw({ slug: "before" });
    expect(field("Slug").value).toBe("before");
  });

  it("keeps half an address in its field, says why, and passes on only the whole", () => {
    const { field, fill, onChange, faults } = panel();
    fill(field("Licence"), "creativecommons.org");
    expect(onChange).not.toHaveBeenCalled();
    expect(faults()).toEqual(["This is not an http or https address."]);
    expect(field("Licence").value).toBe("creativecommons.org");
    expect(field("Licence").getAttribute("aria-invalid")).toBe("true");
    fill(field("Licence"), "https://creativecommons.org");
    expect(onChange.mock.calls).toEqual([["licence", "https://creativecommons.org"]]);
    expect(faults()).toEqual([]);
    expect(field("Licence").getAttribute("aria-invalid")).toBe("false");
  });

  it("says when a text is too long for its field", () => {
    const { field, fill, faults } = panel();
    fill(field("Slug"), "x".repeat(10_001));
    fill(field("Editor’s note"), "x".repeat(100_001));
    expect(faults()).toEqual([
      "This is longer than 10,000 characters.",
      "This is longer than 100,000 characters.",
    ]);
  });

  it("empties a field", () => {
    const { field, fill, onChange } = panel({ licence: "https://a.org" });
    fill(field("Licence"), "");
    expect(onChange.mock.calls).toEqual([["licence", ""]]);
  });

  it("tells when the story was begun and saved, once it was", () => {
    expect(panel().text(".panel-facts")).toBe("");
    const times = { created: "2026-03-01T08:30:00Z", modified: "2026-03-02T08:30:00Z" };
    expect(panel(times).text(".panel-facts")).toMatch(/Begun .*2026.*Last saved .*2026/);
  });

  it("closes", () => {
    const { press, onClose } = panel();
    press("×");
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("KeywordsField", () => {
  it("parts keywords at commas and leaves out what is empty", () => {
    const { field, fill, onChange } = panel();
    fill(field("Keywords"), " bridge,  town council,, ");
    expect(onChange.mock.calls).toEqual([["keywords", ["bridge", "town council"]]]);
  });

  it("keeps what is typed as it is typed, and tidies when the field is left", () => {
    const { field, fill, send, redraw } = panel();
    fill(field("Keywords"), "bridge, ");
    redraw({ keywords: ["bridge"] });
    expect(field("Keywords").value).toBe("bridge, ");
    send(field("Keywords"), "blur");
    expect(field("Keywords").value).toBe("bridge");
  });

  it.each([
    [Array<string>(201).fill("fog").join(", "), "This is a list of more than 200 keywords."],
    ["fo".repeat(5001), "This is a list with a keyword longer than 10,000 characters."],
  ])("says why keywords may not stand in the story, and keeps them in the field", (text, why) => {
    const { field, fill, send, onChange, faults } = panel({ keywords: ["fog"] });
    fill(field("Keywords"), text);
    expect(onChange).not.toHaveBeenCalled();
    expect(faults()).toEqual([why]);
    expect(field("Keywords").getAttribute("aria-invalid")).toBe("true");
    send(field("Keywords"), "blur");
    expect(field("Keywords").value).toBe(text);
    fill(field("Keywords"), "fog, ferry");
    expect(onChange.mock.calls).toEqual([["keywords", ["fog", "ferry"]]]);
    expect(faults()).toEqual([]);
    expect(field("Keywords").getAttribute("aria-invalid")).toBe("false");
  });

  it("shows the story's keywords", () => {
    expect(panel({ keywords: ["fog", "ferry"] }).field("Keywords").value).toBe("fog, ferry");
  });
});

describe("LanguageField", () => {
  it("passes on the tag of the language that was chosen", () => {
    const { field, choose, onChange } = panel();
    choose(field("Language"), "en-GB");
    expect(onChange.mock.calls).toEqual([["language", "en-GB"]]);
  });

  it("shows a language that is not in its list by its tag", () => {
    expect(panel({ language: "nds" }).field("Language").value).toBe("nds");
  });
});

describe("UrgencyField", () => {
  it("passes on a number", () => {
    const { field, choose, onChange } = panel({ urgency: 5 });
    choose(field("Urgency"), "1");
    expect(onChange.mock.calls).toEqual([["urgency", 1]]);
  });
});

describe("DateField", () => {
  it("shows an instant in the machine's time and passes it on with the zone's offset", () => {
    const instant = new Date(2026, 2, 1, 8, 30);
    const { field, fill, onChange } = panel({ embargo: instant.toISOString() });
    expect(field("Embargo until").value).toBe("2026-03-01T08:30");
    fill(field("Embargo until"), "2026-11-14T09:05");
    const [name, value] = onChange.mock.lastCall ?? [];
    expect(name).toBe("embargo");
    expect(value).toMatch(/^2026-11-14T09:05:00[+-]\d\d:\d\d$/);
    expect(new Date(String(value))).toEqual(new Date(2026, 10, 14, 9, 5));
  });

  it("empties a date", () => {
    const { field, fill, onChange } = panel({ expires: "2026-03-01T08:30:00Z" });
    fill(field("Expires"), "");
    expect(onChange.mock.calls).toEqual([["expires", ""]]);
  });

  it("takes seconds, which a pasted time may have", () => {
    const { field, fill, onChange } = panel();
    fill(field("Embargo until"), "2026-11-14T09:05:17");
    expect(onChange.mock.lastCall?.[1]).toMatch(/^2026-11-14T09:05:17[+-]\d\d:\d\d$/);
  });

  it("says why a date may not stand in the story, and does not pass it on", () => {
    const { field, fill, send, onChange, faults } = panel();
    // Chromium knows years of more than four digits, happy-dom does not.
    const far = vi.spyOn(field("Published"), "value", "get").mockReturnValue("12026-03-01T08:30");
    send(field("Published"), "input");
    far.mockRestore();
    expect(onChange).not.toHaveBeenCalled();
    expect(faults()).toEqual(["This is not an ISO 8601 date and time."]);
    fill(field("Published"), "2026-03-01T08:30");
    expect(onChange).toHaveBeenCalledOnce();
    expect(faults()).toEqual([]);
  });
});
