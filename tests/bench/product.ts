// The parts of Stet that the benches call themselves. This file is bundled as the app is (see
// load-product.ts), so what is measured is what the bundler makes of them.

export { nothingCarried } from "../../article/article";
export { contentText, mediaIn, parseArticle, serialiseArticle } from "../../article/format";
export { emptyMetadata } from "../../article/metadata";
export { poolSource, takePicture } from "../../electron/storage/media";
export { readStory, storySources } from "../../electron/storage/read-story";
export { saveStory } from "../../electron/storage/save";
export { docOf } from "../../renderer/blocks/document";
export { storyPage } from "../../renderer/export/page";
