import { SaxesParser } from "saxes";
import { isObject, sourceRow } from "./read-json.ts";
import { BrokenFile, LONGEST_ROW, type SourceRow } from "./source-row.ts";

/**
 * The items of a Google Merchant feed, RSS 2.0 (`item`) or Atom (`entry`). Names lose their namespace ("g:price" is
 * "price"), and a `g:` element goes before a plain one of the same name. An element with children becomes an object
 * (`shipping`, `product_detail`), so that the price of a shipping method never passes for the product's; an element that
 * occurs twice becomes an array.
 */
export async function* readFeed(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const found: SourceRow[] = [];
  const collector = new ItemCollector((fields, row) => found.push(sourceRow(row, fields)));
  const parser = new SaxesParser({ xmlns: false, position: true });
  let failure: BrokenFile | null = null;
  parser.on("error", (error) => {
    failure ??= new BrokenFile(
      "file/malformed",
      `no valid XML: ${error.message.replace(/^\d+:\d+: /, "")}`,
      parser.line,
    );
  });
  parser.on("opentag", (tag) => collector.open(tag.name, tag.attributes));
  parser.on("text", (piece) => collector.text(piece));
  parser.on("cdata", (piece) => collector.text(piece));
  parser.on("closetag", (tag) => collector.close(tag.name));

  // Characters since a tag ended or began, and since an item did: both are held in memory until they do.
  let ofText = 0;
  let ofItem = 0;
  for await (const chunk of text) {
    const tags = collector.tags;
    parser.write(chunk);
    if (failure !== null) throw failure;
    ofText = collector.tags > tags ? 0 : ofText + chunk.length;
    ofItem = collector.isInItem && found.length === 0 ? ofItem + chunk.length : 0;
    yield* found.splice(0);
    if (ofText > LONGEST_ROW)
      throw new BrokenFile("file/malformed", "a text is longer than 4 MB", parser.line);
    if (ofItem > LONGEST_ROW)
      throw new BrokenFile("file/malformed", "an item is longer than 4 MB", parser.line);
    if (collector.depth > DEEPEST_TAG)
      throw new BrokenFile("file/malformed", `nested deeper than ${DEEPEST_TAG} tags`, parser.line);
  }
  parser.close();
  if (failure !== null) throw failure;
  yield* found.splice(0);
  if (collector.count === 0) throw new BrokenFile("file/no-products", "the feed has no item and no entry", 1);
}

/** Tags that are opened are held in memory until they are closed. */
const DEEPEST_TAG = 100_000;

interface OpenElement {
  name: string;
  text: string;
  children: Record<string, unknown> | null;
}

class ItemCollector {
  count = 0;
  /** Read so far, opening and closing. */
  tags = 0;
  /** How many are open now. */
  depth = 0;
  readonly #onItem: (fields: Record<string, unknown>, row: number) => void;
  /** Elements open inside the current item, the item itself first; empty between items. */
  readonly #open: OpenElement[] = [];

  constructor(onItem: (fields: Record<string, unknown>, row: number) => void) {
    this.#onItem = onItem;
  }

  get isInItem(): boolean {
    return this.#open.length > 0;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.tags++;
    this.depth++;
    if (this.#open.length === 0 && name !== "item" && name !== "entry") return;
    // Atom says <link href="…"/>; only the page itself (no rel, or rel="alternate") is the product's.
    const isPageLink = name === "link" && /^(alternate)?$/.test(attributes.rel ?? "");
    this.#open.push({ name, text: isPageLink ? (attributes.href ?? "") : "", children: null });
  }

  text(piece: string): void {
    const current = this.#open.at(-1);
    if (current !== undefined) current.text += piece;
  }

  close(name: string): void {
    this.tags++;
    this.depth--;
    const element = this.#open.pop();
    if (element === undefined) return;
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (name !== "item" && name !== "entry") return;
      this.count++;
      this.#onItem(element.children ?? {}, this.count);
      return;
    }
    parent.children ??= {};
    add(parent.children, element.name, element.children ?? element.text.trim());
  }
}

function add(fields: Record<string, unknown>, name: string, value: unknown): void {
  const local = name.replace(/^\w+:/, "");
  const isGoogle = name.startsWith("g:");
  const held = fields[local];
  const isPlaceholder = held === undefined || held === "";
  if (isPlaceholder || (isGoogle && GOOGLE_ALSO_PLAIN.has(local))) fields[local] = value;
  else if (!isGoogle && GOOGLE_ALSO_PLAIN.has(local)) return;
  else if (Array.isArray(held)) held.push(value);
  else if (value !== "" && (isObject(value) || value !== held)) fields[local] = [held, value];
}

/** Single elements that a feed may carry twice: once as RSS or Atom has them, once as Google does. */
const GOOGLE_ALSO_PLAIN = new Set(["title", "description", "link", "id"]);
