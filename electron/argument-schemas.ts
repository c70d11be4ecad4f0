// What each request may be called with. The page's types are only claims: these are the checks.

import * as v from "valibot";
import { maxArticleBytes } from "../article/format";
import { isMediaName, maxPictureBytes, type MediaName } from "../article/media";
import { exportKinds, menuRoles, panels, themes } from "./contract";
import type { ArgumentSchemas } from "./ipc";
import { linkIn } from "./link";

const maxPageCharacters = 64 * 1024 * 1024;

const name = v.pipe(v.string(), v.maxLength(10_000));
const label = v.pipe(v.string(), v.maxLength(200));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const snapshot = { revision, text: v.pipe(v.string(), v.maxLength(maxArticleBytes)) };
const storyText = v.object({
  ...snapshot,
  html: v.pipe(v.string(), v.maxLength(maxPageCharacters)),
  suggestedName: name,
});

const pagePart = v.union([
  v.pipe(v.string(), v.maxLength(maxPageCharacters)),
  v.object({ picture: v.custom<MediaName>(isMediaName, "not a picture’s name") }),
]);

const menuItems = [
  v.object({ kind: v.literal("separator") }),
  v.object({ kind: v.literal("role"), role: v.picklist(menuRoles) }),
  v.object({ kind: v.literal("recent"), id: label, label }),
  v.object({
    kind: v.literal("command"),
    id: label,
    label,
    key: v.nullable(label),
    enabled: v.boolean(),
    checked: v.nullable(v.boolean()),
  }),
] as const;
const menuItem = v.variant("kind", menuItems);
const submenu = v.object({
  kind: v.literal("submenu"),
  label,
  items: v.pipe(v.array(menuItem), v.maxLength(100)),
});
const menus = v.pipe(
  v.array(
    v.object({
      label,
      items: v.pipe(v.array(v.variant("kind", [...menuItems, submenu])), v.maxLength(100)),
    }),
  ),
  v.maxLength(20),
);

const settings = v.object({
  theme: v.picklist(themes),
  panel: v.nullable(v.picklist(panels)),
  autosave: v.boolean(),
  outline: v.boolean(),
  typewriter: v.boolean(),
});
const target = v.pipe(v.string(), v.uuid());
const none = v.strictTuple([]);

export const argumentSchemas: ArgumentSchemas = {
  load: none,
  save: v.strictTuple([storyText]),
  saveAgain: v.strictTuple([storyText]),
  saveOver: v.strictTuple([storyText]),
  saveBeside: v.strictTuple([storyText]),
  loadTheirs: v.strictTuple([v.object(snapshot)]),
  saveAs: v.strictTuple([storyText]),
  backUp: v.strictTuple([v.object(snapshot)]),
  settle: v.strictTuple([v.object(snapshot)]),
  discardRecovered: none,
  detach: none,
  versions: none,
  readVersion: v.strictTuple([label]),
  nameVersion: v.strictTuple([label, label]),
  openVersion: v.strictTuple([label]),
  seal: v.strictTuple([v.object(snapshot)]),
  newStory: none,
  openStory: none,
  salvage: none,
  openRecent: v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))]),
  clearRecent: none,
  choosePictures: none,
  addPicture: v.strictTuple([
    v.pipe(
      v.instance(Uint8Array),
      v.check(({ length }) => length <= maxPictureBytes + 1, "too large"),
    ),
    name,
  ]),
  chooseExport: v.strictTuple([v.picklist(exportKinds), name]),
  writeExport: v.strictTuple([target, v.pipe(v.array(pagePart), v.maxLength(10_000))]),
  showExport: v.strictTuple([target]),
  openLink: v.strictTuple([
    v.pipe(
      name,
      v.check((text) => linkIn(text) !== null, "no address that may be opened"),
    ),
  ]),
  setMenu: v.strictTuple([menus]),
  setTitle: v.strictTuple([name, v.boolean()]),
  setSettings: v.strictTuple([settings]),
  closeWindow: v.strictTuple([v.boolean()]),
  keepWindow: none,
  readyToEnd: none,
};
