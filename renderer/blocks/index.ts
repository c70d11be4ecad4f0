import type { Block } from "./block";
import { byline } from "./byline";
import { correction } from "./correction";
import { dateline } from "./dateline";
import { divider } from "./divider";
import { figure } from "./figure";
import { headline } from "./headline";
import { kicker } from "./kicker";
import { list } from "./list";
import { paragraph } from "./paragraph";
import { pullquote } from "./pullquote";
import { quote } from "./quote";
import { standfirst } from "./standfirst";
import { subhead } from "./subhead";

/**
 * Every block, in the order of the insert menu. Header fields come in the order of the page; the
 * paragraph is the first body block, so it is what Enter makes and what fills a gap.
 */
export const blocks: readonly Block[] = [
  kicker,
  headline,
  standfirst,
  byline,
  paragraph,
  quote,
  figure,
  subhead,
  pullquote,
  list,
  divider,
  correction,
  dateline,
];
