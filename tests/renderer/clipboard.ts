/** A file as the system's clipboard hands it over. */
export function file(name: string, type: string): File {
  return new File(["x"], name, { type });
}

/** What a paste or a drop brings with it. */
export function carrying(files: readonly File[], text?: string): DataTransfer {
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  if (text !== undefined) data.setData("text/plain", text);
  return data;
}
