import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { maxArticleBytes } from "../../article/format";
import { maxPictureBytes } from "../../article/media";
import { argumentSchemas } from "../../electron/argument-schemas";
import { requestNames, type Requests, type Snapshot } from "../../electron/contract";
import { createCommands, type Desk } from "../../renderer/app/commands";
import { createEffects } from "../../renderer/app/effects";
import { menuModel } from "../../renderer/app/menu";
import { createStore } from "../../renderer/app/store";
import { storyText } from "../../renderer/app/story";
import { storyPageParts } from "../../renderer/export/page";
import { badAddresses } from "../hostile/html";
import { aState, fakeApi } from "../renderer/app/desk";
import { doc, figure, picture } from "../renderer/build";

const state = aState(doc(figure({ caption: "The quay" })));
const text = storyText(state);
const { id, target } = { id: "file.new", target: "6f1c1d0e-2f5d-4d6c-8b1f-0a1b2c3d4e5f" };
const huge = "x".repeat(64 * 1024 * 1024 + 1);
const long = "x".repeat(10_001);
const aName = "quay.jpg";

function aMenu() {
  const store = createStore(state);
  const desk: Desk = {
    store,
    effects: createEffects(store, fakeApi(), () => undefined),
    view: null,
  };
  return menuModel(createCommands(desk), state);
}

const item = { kind: "command", id, label: "New", key: null, enabled: true, checked: null };
const menuOf = (...items: readonly unknown[]) => [[{ label: "File", items }]];

interface Calls<Arguments> {
  readonly good: readonly Arguments[];
  readonly bad: readonly (readonly unknown[])[];
}

const aVersion = `00000001-${"a".repeat(64)}`;

const snapshots: Calls<[Snapshot]> = {
  good: [[{ revision: 0, text: text.text }], [{ revision: 2 ** 40, text: "" }]],
  bad: [
    [],
    [null],
    [{ revision: -1, text: "" }],
    [{ revision: 0.5, text: "" }],
    [{ revision: NaN, text: "" }],
    [{ revision: 0, text: 1 }],
    [{ revision: 0, text: "x".repeat(maxArticleBytes + 1) }],
  ],
};

/** What the page really sends, and what a page gone bad might. */
const calls: { readonly [K in keyof Requests]: Calls<Parameters<Requests[K]>> } = {
  load: { good: [[]], bad: [] },
  save: { good: [[text]], bad: badTexts() },
  saveAgain: { good: [[text]], bad: badTexts() },
  saveOver: { good: [[text]], bad: badTexts() },
  saveBeside: { good: [[text]], bad: badTexts() },
  loadTheirs: snapshots,
  saveAs: { good: [[text]], bad: badTexts() },
  backUp: snapshots,
  settle: snapshots,
  discardRecovered: { good: [[]], bad: [] },
  detach: { good: [[]], bad: [] },
  versions: { good: [[]], bad: [] },
  readVersion: { good: [[aVersion]], bad: [[], [1], [long], [aVersion, aVersion]] },
  nameVersion: { good: [[aVersion, "as filed"]], bad: [[aVersion], [aVersion, long], [null, ""]] },
  openVersion: { good: [[aVersion]], bad: [[], [long]] },
  seal: snapshots,
  newStory: { good: [[]], bad: [] },
  openStory: { good: [[]], bad: [] },
  salvage: { good: [[]], bad: [] },
  openRecent: { good: [[0], [9]], bad: [[], [-1], [101], [0.5], ["0"], [NaN], [[0]]] },
  clearRecent: { good: [[]], bad: [] },
  choosePictures: { good: [[]], bad: [] },
  addPicture: {
    good: [
      [new Uint8Array(3), aName],
      [new Uint8Array(maxPictureBytes + 1), ""],
    ],
    bad: [
      [],
      [new Uint8Array(3)],
      [[1, 2, 3], aName],
      [new ArrayBuffer(3), aName],
      [{ length: 3 }, aName],
      [new Uint8Array(maxPictureBytes + 2), aName],
      [new Uint8Array(3), long],
    ],
  },
  chooseExport: {
    good: [
      ["page", "ferry"],
      ["pageWithFolder", ""],
    ],
    bad: [[], ["page"], ["pdf", "ferry"], ["page", long], ["page", null]],
  },
  writeExport: {
    good: [[target, storyPageParts(state.editor.doc, true)]],
    bad: [
      [target],
      ["/etc/passwd", [""]],
      [target, "page"],
      [target, [1]],
      [target, [huge]],
      [target, [{ picture: "../../etc/passwd" }]],
      [target, [{ picture: picture(1).replace(".jpg", ".svg") }]],
      [target, Array<string>(10_001).fill("")],
    ],
  },
  showExport: { good: [[target]], bad: [[], ["/etc/passwd"], [1]] },
  openLink: {
    good: [["https://example.org/"], ["mailto:jo@example.org"]],
    bad: [[], [1], ["example.org"], ...badAddresses.map((address) => [address])],
  },
  setMenu: {
    good: [[aMenu()], [[]]],
    bad: [
      [],
      [{}],
      menuOf({ ...item, label: "x".repeat(201) }),
      menuOf({ ...item, id: 1 }),
      menuOf({ ...item, enabled: "yes" }),
      menuOf({ kind: "role", role: "toggleDevTools" }),
      menuOf({ kind: "click" }),
      menuOf({ kind: "submenu", label: "A", items: [{ kind: "submenu", label: "B", items: [] }] }),
      menuOf(...Array<unknown>(101).fill(item)),
      [Array<unknown>(21).fill({ label: "File", items: [] })],
    ],
  },
  setTitle: {
    good: [["Ferry", true]],
    bad: [["Ferry"], [1, true], [long, true], ["Ferry", "yes"]],
  },
  setSettings: {
    good: [
      [{ theme: "dark", panel: "details", autosave: true, outline: false, typewriter: false }],
    ],
    bad: [
      [],
      [{ theme: "pink", panel: "details", autosave: true, outline: false, typewriter: false }],
      [{ theme: "dark" }],
    ],
  },
  closeWindow: { good: [[true], [false]], bad: [[], [1], ["discard"]] },
  keepWindow: { good: [[]], bad: [] },
  readyToEnd: { good: [[]], bad: [] },
};

function badTexts(): readonly (readonly unknown[])[] {
  return [
    [],
    [text.text],
    [{ ...text, revision: "1" }],
    [{ ...text, text: "x".repeat(maxArticleBytes + 1) }],
    [{ ...text, html: huge }],
    [{ ...text, html: null }],
    [{ ...text, suggestedName: long }],
    [{ revision: text.revision, text: text.text }],
  ];
}

describe("argumentSchemas", () => {
  it("has a schema for each request and for nothing else", () => {
    expect(Object.keys(argumentSchemas).sort()).toEqual([...requestNames].sort());
  });

  it.each(requestNames)("lets pass what the page sends with %s, unchanged", (name) => {
    for (const args of calls[name].good) {
      const checked = v.safeParse(argumentSchemas[name], args);
      expect(checked.issues).toBeUndefined();
      // Bytes pass as they are, and 50 MB of them are slow to compare.
      const isSame = (value: unknown, index: number) =>
        value === args[index] || isDeepStrictEqual(value, args[index]);
      expect(checked.success && checked.output.every(isSame)).toBe(true);
    }
  });

  it.each(requestNames)("refuses anything else with %s", (name) => {
    const taken = calls[name].bad.filter((args) => v.is(argumentSchemas[name], args));
    expect(taken.map((args) => JSON.stringify(args).slice(0, 200))).toEqual([]);
  });

  it("refuses what is no list of arguments", () => {
    for (const name of requestNames) {
      expect(v.is(argumentSchemas[name], null), name).toBe(false);
      expect(v.is(argumentSchemas[name], { length: 0 }), name).toBe(false);
    }
  });

  it.each(requestNames)("refuses an argument too many with %s", (name) => {
    for (const args of calls[name].good) {
      expect(v.is(argumentSchemas[name], [...args, "/etc/passwd"])).toBe(false);
      expect(v.is(argumentSchemas[name], [...args, undefined])).toBe(false);
    }
  });

  it("passes on no member that it does not know", () => {
    const settings = {
      theme: "dark",
      panel: "details",
      autosave: true,
      outline: false,
      typewriter: false,
    };
    const checked = v.parse(argumentSchemas.setSettings, [{ ...settings, path: "/etc/passwd" }]);
    expect(checked).toEqual([settings]);
  });
});
