// The two slots of one document. A write goes to the older slot, so that a write which is cut off
// leaves the newer one whole.

import { constants } from "node:fs";
import { join } from "node:path";
import { writeAll, type Disk } from "./disk";
import { encodeSlot, readSlot, slotNames, type Backup, type SlotName } from "./recovery-slot";
import { makeFolder, syncFolder } from "./replace";

interface Kept {
  readonly name: SlotName;
  readonly sequence: number;
  readonly revision: number;
  /** False for a slot of an earlier run or page, whose revisions were counted anew since. */
  readonly counts: boolean;
}

export class RecoveryFolder {
  readonly #path: string;
  readonly #disk: Disk;
  /** The intact slots, the older first. */
  #kept: readonly Kept[];
  #sequence: number;

  private constructor(path: string, disk: Disk, kept: readonly Kept[]) {
    this.#path = path;
    this.#disk = disk;
    this.#kept = [...kept].sort((a, b) => a.sequence - b.sequence);
    this.#sequence = this.#kept.at(-1)?.sequence ?? 0;
  }

  /** Looks at what an earlier run left, so as not to write over the newer slot first. */
  static async open(path: string, disk: Disk): Promise<RecoveryFolder> {
    const kept: Kept[] = [];
    for (const name of slotNames) {
      const slot = await readSlot(path, name, disk);
      if (slot === null || slot === "torn") continue;
      const { sequence, backup } = slot;
      kept.push({ name, sequence, revision: backup.revision, counts: false });
    }
    return new RecoveryFolder(path, disk, kept);
  }

  /** Whether this page's copies include one of a later revision. */
  hasLater(revision: number): boolean {
    return this.#kept.some((slot) => slot.counts && slot.revision > revision);
  }

  async write(backup: Backup): Promise<void> {
    const newest = this.#kept.at(-1);
    // A page that was started again counts from the beginning: all that is kept is older.
    if (newest !== undefined && backup.revision < newest.revision) {
      this.#kept = this.#kept.map((slot) => ({ ...slot, counts: false }));
    }
    const name = slotNames.find((candidate) => candidate !== newest?.name) ?? slotNames[0];
    const isNew = this.#kept.length < slotNames.length;
    await makeFolder(this.#path, this.#disk);
    this.#kept = this.#kept.filter((slot) => slot.name !== name);
    const sequence = this.#sequence + 1;
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NONBLOCK;
    const handle = await this.#disk.open(join(this.#path, name), flags, 0o600);
    try {
      await writeAll(handle, encodeSlot({ sequence, backup }));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(this.#path, this.#disk);
    this.#sequence = sequence;
    this.#kept = [...this.#kept, { name, sequence, revision: backup.revision, counts: true }];
  }

  /** Deletes what a save of `revision` covers: that and all before it. */
  async dropUpTo(revision: number): Promise<void> {
    const covered = this.#kept.filter((slot) => !slot.counts || slot.revision <= revision);
    // The older goes first: were both to go and the power failed between, the newer is the one
    // that equals the file and is therefore not offered.
    for (const { name } of covered) {
      await this.#disk.rm(join(this.#path, name), { force: true });
      this.#kept = this.#kept.filter((slot) => slot.name !== name);
    }
    if (this.#kept.length === 0) await this.drop();
  }

  async drop(): Promise<void> {
    await this.#disk.rm(this.#path, { recursive: true, force: true });
    this.#kept = [];
  }
}
