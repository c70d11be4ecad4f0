// The page as if an attacker had it, and knew the contract: what main's handlers do with calls that are
// rightly formed. Whatever is asked, only the profile and what the writer chose may be touched.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import type { Page } from "playwright";
import { expect, it, onTestFinished } from "vitest";
import type { Failure } from "../../article/result";
import type { Version } from "../../article/version";
import { anOrder, secret, type Known, type Order } from "../hostile/orders";
import { figure, inRun, untilDone } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { anArticle, doc, textOf } from "../storage/story";
import { jpegPicture, pictureFile } from "./pictures";
import { dispose, launch, nextWindow, save, type Stet } from "./stet";
import { figure as picture, node, writeStory } from "./story";
import { canTrace, tracedRuntime } from "./traced";
import { write } from "./writer";

const looks = "open,openat,stat,lstat,newfstatat,statx,access,faccessat,readlink,readlinkat".split(
  ",",
);
const changes =
  "creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat," +
  "rmdir,truncate,chmod,fchmodat,chown,fchownat,mknodat,utimensat";
const chromiumTemp = join(tmpdir(), ".org.chromium.");
const aStory = doc(
  "A story",
  node("paragraph", "Words."),
  picture(jpegPicture, "", "A caption", "A credit"),
);

it("S5 a page that asks in the right form gets no more than a page may", untilDone, async () => {
  const folder = await mkdtemp(join(tmpdir(), "stet-orders-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  const chosen = join(folder, "chosen");
  await mkdir(chosen);
  for (const name of ["a.stet", "b.stet"]) {
    await writeStory(join(chosen, name), name, aStory.content?.slice(1), [jpegPicture]);
  }
  await writeFile(join(chosen, "cut.stet"), "PK\u0003\u0004 and no more");
  await pictureFile(chosen, jpegPicture);
  for (const end of ["", ".stet"]) await writeFile(join(folder, `${secret}${end}`), "");
  const traced = (await canTrace())
    ? await tracedRuntime(folder, `${looks.join()},${changes}`)
    : null;
  const stet = await launch({
    folder: join(folder, "own"),
    files: [join(chosen, "a.stet")],
    ...(traced && { runtime: traced.runtime }),
  });
  onTestFinished(() => dispose(stet));
  const heard = await answersOf(stet, chosen);
  await stet.app.evaluate(mark, join(chosen, "begin"));

  const count = inRun({ short: 400, long: 10_000 });
  const odd = await send(stet, count);

  await stet.app.evaluate(mark, join(chosen, "end"));
  const { strange, asked } = await heard();
  const touched = traced ? outside(await traced.calls(), { profile: stet.profile, chosen }) : [];
  const wrong = [...odd, ...strange, ...touched];
  figure("S5", { tier: "C", cases: count, lost: wrong.length, worstMs: null, note: "well formed" });
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(count / 50);
  // It is still a program to write with.
  const [some] = stet.app.windows();
  const page = await nextWindow(stet, () => some?.evaluate(() => window.stet.newStory()));
  await write(page, "<Enter>", "Still there");
  await save(stet, join(chosen, "last.stet"), page);
});

interface Heard {
  /** What main should never have done. */
  readonly strange: readonly string[];
  /** How many dialogs were shown. */
  readonly asked: number;
}

/** From now on: answers each dialog with something in `chosen`, or not at all. */
async function answersOf({ app }: Stet, chosen: string): Promise<() => Promise<Heard>> {
  const heard = await app.evaluateHandle(({ app: electron, dialog, shell }, folder) => {
    const told = { strange: [] as string[], asked: 0 };
    const strange = (what: string): void => void told.strange.push(what);
    process.on("uncaughtException", (error) => strange(`uncaught: ${error.stack ?? ""}`));
    process.on("unhandledRejection", (error) => strange(`unhandled: ${String(error)}`));
    electron.on("render-process-gone", (_event, _page, { reason }) => strange(`page ${reason}`));
    const files = ["a.stet", "b.stet", "cut.stet", "picture.jpg", null];
    dialog.showOpenDialog = () => {
      const file = files[told.asked++ % files.length] ?? null;
      const filePaths = file === null ? [] : [`${folder}/${file}`];
      return Promise.resolve({ canceled: file === null, filePaths });
    };
    dialog.showSaveDialog = (...args: readonly unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      if (/[/\\]|^\./.test(defaultPath)) strange(`suggested: ${defaultPath}`);
      const canceled = told.asked++ % 3 === 0;
      const filePath = canceled ? "" : `${folder}/${told.asked % 5} ${defaultPath}`;
      return Promise.resolve({ canceled, filePath });
    };
    dialog.showMessageBox = () =>
      Promise.resolve({ response: told.asked++ % 2, checkboxChecked: false });
    shell.openExternal = (url) => {
      if (!/^(?:https?|mailto):/.test(url)) strange(`opened: ${url}`);
      return Promise.resolve();
    };
    shell.showItemInFolder = (path) => {
      if (!path.startsWith(`${folder}/`)) strange(`shown: ${path}`);
    };
    return told;
  }, chosen);
  return () => heard.jsonValue();
}

/** A call of the system that the trace shows, between which the orders are. */
function mark(_: unknown, path: string): void {
  process.getBuiltinModule("node:fs").mkdirSync(path);
}

/** Sends so many orders, each to some window, and tells of the answers that no contract knows. */
async function send({ app, folder }: Stet, count: number): Promise<readonly string[]> {
  const dice = new Dice(55);
  const text = textOf(anArticle("A story", { content: aStory }));
  const known = new Map<Page, Known & { targets: string[]; versions: string[] }>();
  const odd: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const pages = app.windows();
    // Too many windows are only slow.
    if (pages.length > 4) await call(dice.one(pages), { name: "closeWindow", args: [true] });
    const page = dice.one(app.windows());
    const here = known.get(page) ?? { text, targets: [], versions: [] };
    known.set(page, here);
    const order = anOrder(dice, here);
    // The last window is the program's end.
    if (order.name === "closeWindow" && app.windows().length === 1) continue;
    const answer = await call(page, order);
    const fault = faultIn(order, answer, dirname(folder));
    if (fault !== null) odd.push(`${n} ${order.name}: ${fault}`);
    const { target, value } = (answer.value ?? {}) as { target?: string; value?: unknown };
    if (target !== undefined) here.targets.push(target);
    const listed = order.name === "versions" ? ((value ?? []) as readonly Version[]) : [];
    here.versions.push(...listed.map(({ id }) => id));
  }
  return odd;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

/** An empty answer where the page went, or was loaded anew, while it asked. */
async function call(page: Page, order: Order): Promise<Answer> {
  return page
    .evaluate(async ({ name, args }): Promise<Answer> => {
      const ask = window.stet[name] as (...given: readonly unknown[]) => Promise<unknown>;
      const late = new Promise<Answer>((resolve) =>
        setTimeout(() => resolve({ error: "silence" }), 20_000),
      );
      const told = ask(...args).then(
        (value) => ({ value }),
        (error: unknown) => ({ error: String(error) }),
      );
      return Promise.race([told, late]);
    }, order)
    .catch(() => ({}));
}

/** Null for a result, and for an error that says in main's own words what was wrong with the call. */
function faultIn({ name }: Order, { value, error }: Answer, folder: string): string | null {
  if (error !== undefined) return error.includes(`Error: ${name}: `) ? null : error;
  const told = value === undefined ? "" : JSON.stringify(value);
  if (told.includes(folder)) return `tells a path: ${told}`;
  const { ok, failure } = (value ?? {}) as Partial<{ ok: boolean; failure: Partial<Failure> }>;
  const isTyped = typeof failure?.kind === "string" && /\.$/.test(failure.reason ?? "");
  return ok === false && !isTyped ? `fails without a reason: ${told}` : null;
}

/**
 * The calls between the two marks that change something in neither of the places, or look for what no
 * order may name: only a file that was chosen has such a name by right.
 */
function outside(
  calls: readonly string[],
  { profile, chosen }: { readonly profile: string; readonly chosen: string },
): readonly string[] {
  const [begin, end] = ["begin", "end"].map((name) =>
    calls.findIndex((call) => call.includes(`mkdir("${join(chosen, name)}"`)),
  ) as [number, number];
  expect(begin).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(begin);
  const isBelow = (path: string, folders: readonly string[]): boolean =>
    isAbsolute(path) && folders.some((folder) => resolve(path).startsWith(folder));
  const own = [profile + sep, chosen + sep, "/dev/", "/proc/", chromiumTemp];
  return calls.slice(begin, end).filter((call) => {
    const name = /^\d+ +(\w+)\(/.exec(call)?.[1];
    // The end of a call whose beginning is a line before.
    if (name === undefined) return false;
    const isLook = looks.includes(name) && !/O_WRONLY|O_RDWR|O_CREAT/.test(call);
    const paths = [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path]) => path ?? "");
    return paths.some((path) =>
      path.includes(secret) ? !isBelow(path, [chosen + sep]) : !isLook && !isBelow(path, own),
    );
  });
}
