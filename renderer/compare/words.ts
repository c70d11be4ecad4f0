// The words that differ in a block that both states have.

import { ChangeSet, simplifyChanges, type TokenEncoder } from "prosemirror-changeset";
import type { Mark, Node } from "prosemirror-model";
import { StepMap } from "prosemirror-transform";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** As positions in `alone(before)` and `alone(after)`. */
export interface Words {
  readonly removed: readonly Range[];
  readonly added: readonly Range[];
}

export function differentWords(before: Node, after: Node): Words {
  if (before.eq(after)) return { removed: [], added: [] };
  const [old, now] = [alone(before), alone(after)];
  const all = new StepMap([0, old.content.size, now.content.size]);
  const set = ChangeSet.create(old, undefined, tokens).addSteps(now, [all], null);
  const changes = simplifyChanges(set.changes, now);
  return {
    removed: changes.map(({ fromA, toA }) => ({ from: fromA, to: toA })).filter(isSome),
    added: changes.map(({ fromB, toB }) => ({ from: fromB, to: toB })).filter(isSome),
  };
}

/** A document of that block alone, to show it by; it is not a story that could be edited. */
export function alone(block: Node): Node {
  return block.type.schema.topNodeType.create(null, block);
}

function isSome({ from, to }: Range): boolean {
  return to > from;
}

/** Unlike the package's own tokens these tell apart what is bold from what is not, and two pictures. */
const tokens: TokenEncoder<string | number> = {
  encodeCharacter: (char, marks) => (marks.length === 0 ? char : `${char} ${marksKey(marks)}`),
  encodeNodeStart: (node) => `${node.type.name} ${JSON.stringify(node.attrs)}`,
  encodeNodeEnd: (node) => `/${node.type.name}`,
  compareTokens: (a, b) => a === b,
};

function marksKey(marks: readonly Mark[]): string {
  return JSON.stringify(marks.map((mark) => mark.toJSON() as unknown));
}
