import type { Product } from "./bundles";
import type { Figure } from "./figure";
import type { Program } from "./program";
import type { StoryFiles } from "./story-files";

/** What every bench of one run shares. */
export interface Setting {
  readonly product: Product;
  readonly stories: StoryFiles;
  /** A folder of this run's own. */
  readonly folder: string;
  /** Stet's folder, to be started by Electron. */
  readonly stet: string;
  /** A few rounds only: to see that it runs, not how fast. */
  readonly isQuick: boolean;
  /** Starts `args` on that profile; its pages tell when `selector` has the focus and is painted. */
  start(args: readonly string[], profile: string, selector: string | null): Promise<Program>;
}

export interface Bench {
  readonly name: string;
  run(setting: Setting): Promise<readonly Figure[]>;
}
