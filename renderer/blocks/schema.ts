import { Schema, type AttributeSpec, type MarkSpec, type NodeSpec } from "prosemirror-model";
import { emptyMetadata, metadataFault, type MetadataField } from "../../article/metadata";
import { blocks } from "./index";
import { markSpecs } from "./marks";

/**
 * The story's metadata are attributes of the document, one each, so that a change in the details
 * panel is a step like any other: undone, redone and saved by the same machinery.
 */
function metadataAttrs(): Record<string, AttributeSpec> {
  const attrs: Record<string, AttributeSpec> = {};
  for (const field of Object.keys(emptyMetadata) as MetadataField[]) {
    const validate = (value: unknown): void => {
      const fault = metadataFault(field, value);
      if (fault !== null) throw new RangeError(`${field}: ${fault}`);
    };
    attrs[field] = { default: emptyMetadata[field], validate };
  }
  return attrs;
}

const nodeSpecs = Object.assign({}, ...blocks.map((block) => block.nodes)) as Record<
  string,
  NodeSpec
>;
const blockMarks = Object.assign({}, ...blocks.map((block) => block.marks)) as Record<
  string,
  MarkSpec
>;

const header = Object.keys(nodeSpecs).filter((name) => nodeSpecs[name]?.group === "header");

export const schema = new Schema({
  nodes: {
    doc: { content: `${header.join(" ")} block+`, attrs: metadataAttrs() },
    text: { group: "inline" },
    ...nodeSpecs,
  },
  marks: { ...markSpecs, ...blockMarks },
});
