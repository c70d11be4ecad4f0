// Calls that no schema refuses: every argument is of the right shape, and asks for the wrong thing. The
// same at every run.

import {
  menuRoles,
  type Menu,
  type MenuItem,
  type Requests,
  type Snapshot,
  type StoryText,
} from "../../electron/contract";
import type { Dice } from "../reliability/seeded";

export interface Known {
  /** article.json of a story that can be saved. */
  readonly text: string;
  /** Exports that were chosen so far, by their names. */
  readonly targets: readonly string[];
  /** Versions of the history, by their ids. */
  readonly versions: readonly string[];
}

export interface Order {
  readonly name: keyof Requests;
  readonly args: readonly unknown[];
}

/** A file that no call names by any right; a test lays it where these paths lead. */
export const secret = "stet-secret";

const uuid = "6f1c1d0e-2f5d-4d6c-8b1f-0a1b2c3d4e5f";
const hash = "0".repeat(64);
const places = [1, 2, 3, 5, 9].map((depth) => `${"../".repeat(depth)}${secret}`);
const names: readonly string[] = [
  ...places,
  ...places.map((place) => `${place}.stet`),
  ...["..", ".", "", "/", "\\", "~", ".bashrc", "-rf", "con", "NUL.txt", "x:y", "a/b", "a\\b"],
  ...[
    "a\u0000.html",
    "\ud800",
    "\u202elmth.x",
    "%2e%2e%2fx",
    "$(touch x)",
    "`x`",
    "x".repeat(9000),
  ],
];
const addresses = ["https://x.org/`x`", "https://x.org/$(x)", "mailto:a@x.org?attach=/etc/passwd"];

type Make<Arguments> = (dice: Dice, known: Known) => Arguments;

const textOf = (dice: Dice, { text }: Known): string => {
  const at = dice.below(text.length);
  return dice.one([
    text,
    text.replace(/"id":"[^"]*"/, `"id":"${dice.one([uuid, ...places.slice(0, 2)])}"`),
    text.replace(/[0-9a-f]{64}\.\w+/, dice.one([`${hash}.png`, `${secret}.png`, ...places])),
    text.slice(0, at),
    text.slice(0, at) + dice.one(['"', "{", "]", "\u0000", "9"]) + text.slice(at + 1),
    dice.one(["", "{}", "null", "[".repeat(9000)]),
  ]);
};
const revision = (dice: Dice): number => dice.one([0, 1, 2, 1000, Number.MAX_SAFE_INTEGER]);
const snapshot: Make<[Snapshot]> = (dice, known) => [
  { revision: revision(dice), text: textOf(dice, known) },
];
const story: Make<[StoryText]> = (dice, known) => [
  {
    revision: revision(dice),
    text: textOf(dice, known),
    html: dice.one(["", "<p>x", "</html><script>1</script>"]),
    suggestedName: dice.one(names),
  },
];
const label = (dice: Dice): string => dice.one(names).slice(0, 200);
const version = (dice: Dice, { versions }: Known): string =>
  dice.chance(0.5) && versions.length > 0
    ? dice.one(versions)
    : dice.one([`00000001-${hash}`, `00000001-${hash}/../../../../${secret}`, label(dice)]);
const target = (dice: Dice, { targets }: Known): string =>
  dice.chance(0.7) && targets.length > 0 ? dice.one(targets) : uuid;

function menu(dice: Dice): Menu {
  const key = dice.one([null, "", "Mod", "Mod-", "-", "Mod-Shift-", "Mod-é", "F99", "Mod-\u0000"]);
  const items: MenuItem[] = [
    { kind: "separator" },
    { kind: "role", role: dice.one(menuRoles) },
    { kind: "recent", id: label(dice), label: label(dice) },
    {
      kind: "command",
      id: label(dice),
      label: label(dice),
      key,
      enabled: dice.chance(0.5),
      checked: dice.one([null, true, false]),
    },
  ];
  const some = items.filter(() => dice.chance(0.7));
  return { label: label(dice), items: [...some, { kind: "submenu", label: "", items: some }] };
}

const nothing = (): [] => [];

const makers: { readonly [K in keyof Requests]: Make<Parameters<Requests[K]>> } = {
  load: nothing,
  save: story,
  saveAgain: story,
  saveOver: story,
  saveBeside: story,
  loadTheirs: snapshot,
  saveAs: story,
  backUp: snapshot,
  settle: snapshot,
  discardRecovered: nothing,
  detach: nothing,
  versions: nothing,
  readVersion: (dice, known) => [version(dice, known)],
  nameVersion: (dice, known) => [version(dice, known), label(dice)],
  openVersion: (dice, known) => [version(dice, known)],
  seal: snapshot,
  newStory: nothing,
  openStory: nothing,
  salvage: nothing,
  openRecent: (dice) => [dice.below(101)],
  clearRecent: nothing,
  choosePictures: nothing,
  addPicture: (dice) => [
    Uint8Array.from({ length: dice.below(300) }, () => dice.below(256)),
    dice.one(names),
  ],
  chooseExport: (dice) => [dice.one(["page", "pageWithFolder"]), dice.one(names)],
  writeExport: (dice, known) => [
    target(dice, known),
    ["<p>", { picture: `${hash}.png` }, ...places].slice(0, dice.below(5)),
  ],
  showExport: (dice, known) => [target(dice, known)],
  openLink: (dice) => [dice.one(addresses)],
  setMenu: (dice) => [Array.from({ length: dice.below(4) }, () => menu(dice))],
  setTitle: (dice) => [dice.one(names), dice.chance(0.5)],
  setSettings: (dice) => [
    {
      theme: dice.one(["system", "light", "dark"]),
      panel: dice.one([null, "details", "history"]),
      autosave: dice.chance(0.5),
      outline: dice.chance(0.5),
      typewriter: dice.chance(0.5),
    },
  ],
  closeWindow: (dice) => [dice.chance(0.5)],
  keepWindow: nothing,
  readyToEnd: nothing,
};

export function anOrder(dice: Dice, known: Known): Order {
  const [name, make] = dice.one(Object.entries(makers));
  return { name: name as keyof Requests, args: make(dice, known) };
}
