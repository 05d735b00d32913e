import { SaxesParser } from "saxes";
import { sourceRow } from "../import/read-json.ts";
import { BrokenFile, type SourceRow } from "../import/source-row.ts";

/**
 * The reviews of a Google product review feed (schema 2.x): each `review` with its elements as nested objects. The range
 * that `overall` declares in its attributes comes as `rating_max`. Of several elements of one name the first counts.
 */
export async function* readReviewFeed(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const found: SourceRow[] = [];
  const open: Element[] = [];
  let failure: BrokenFile | null = null;
  let count = 0;
  parser.on("error", (error) => {
    const message = error.message.replace(/^\d+:\d+: /, "");
    failure ??= new BrokenFile("file/malformed", `no valid XML: ${message}`, parser.line);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length === 0 && name !== "review") return;
    open.push({ name, text: "", children: {} });
    const [review] = open;
    if (name === "overall" && attributes.max !== undefined && review)
      review.children.rating_max = attributes.max;
    if (attributes.is_anonymous !== undefined && review)
      review.children.is_anonymous = attributes.is_anonymous;
  });
  const read = (piece: string) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  };
  parser.on("text", read);
  parser.on("cdata", read);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) found.push(sourceRow(++count, element.children));
    else parent.children[element.name] ??= contentOf(element);
  });
  for await (const chunk of text) {
    parser.write(chunk);
    if (failure !== null) throw failure;
    yield* found.splice(0);
  }
  parser.close();
  if (failure !== null) throw failure;
  yield* found.splice(0);
  if (count === 0) throw new BrokenFile("file/no-products", "the feed has no review", 1);
}

interface Element {
  name: string;
  text: string;
  children: Record<string, unknown>;
}

function contentOf({ text, children }: Element): unknown {
  return Object.keys(children).length > 0 ? children : text.trim();
}
