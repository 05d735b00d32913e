/** How well messages are understood, by labels, with those held back from tuning apart, and what a message costs. */
import { fileURLToPath } from "node:url";
import { buildCatalog } from "../server/catalog/catalog.ts";
import { DIALOGUE_ACTS, type Understanding } from "../server/dialogue/understanding.ts";
import { createUnderstanding } from "../server/understand/understand.ts";
import { readProducts } from "./read-products.ts";
import type { Report, Section } from "./report.ts";
import {
  type Comparison,
  compareActs,
  compareCritiques,
  compareReferences,
  compareWishes,
} from "./understanding-labels.ts";
import { LABELLED_MESSAGES, type PlacedMessage } from "./understanding-messages/messages.ts";
import { situationOf } from "./understanding-situations.ts";
import { measureUnderstandingTimes } from "./understanding-times.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));

export async function measureUnderstanding(): Promise<Report> {
  const heard = await hearAll();
  const parts = [
    heard.filter(({ message }) => !message.heldBack),
    heard.filter(({ message }) => message.heldBack),
  ];
  return {
    name: "understanding",
    title: "Understanding",
    sections: [overallOf(parts), actsOf(parts), ...(await measureUnderstandingTimes())],
  };
}

export interface HeardMessage {
  message: PlacedMessage;
  understanding: Understanding;
  acts: Comparison;
  wishes: Comparison;
  references: Comparison;
  critiques: Comparison;
}

/** Every labelled message as it is understood with the words of the demo's catalog. */
export async function hearAll(): Promise<HeardMessage[]> {
  const products = await readProducts(DEMO_CATALOG, "USD");
  const { vocabulary } = buildCatalog({ version: 1, products, reviews: [], currency: "USD" });
  const understand = createUnderstanding(vocabulary, products);
  return LABELLED_MESSAGES.map((message) => {
    const { state, cards } = situationOf(message.situation, products);
    const understanding = understand(message.text, state);
    return {
      message,
      understanding,
      acts: compareActs(message, understanding),
      wishes: compareWishes(message, understanding),
      references: compareReferences(message, understanding, cards),
      critiques: compareCritiques(message, understanding),
    };
  });
}

class Tally {
  hits = 0;
  missed = 0;
  invented = 0;

  static of(comparisons: readonly Comparison[], isCounted: (thing: string) => boolean = () => true): Tally {
    const tally = new Tally();
    const count = (things: string[]) => things.filter(isCounted).length;
    for (const { hits, missed, invented } of comparisons) {
      tally.hits += count(hits);
      tally.missed += count(missed);
      tally.invented += count(invented);
    }
    return tally;
  }

  /** How many are labelled, precision, recall and F1. */
  cells(): string[] {
    const share = (of: number) => (of === 0 ? "" : (this.hits / of).toFixed(3));
    const f1 = (2 * this.hits) / (2 * this.hits + this.missed + this.invented);
    return [
      String(this.hits + this.missed),
      share(this.hits + this.invented),
      share(this.hits + this.missed),
      Number.isNaN(f1) ? "" : f1.toFixed(3),
    ];
  }
}

const COLUMNS = ["tuned on", "precision", "recall", "F1", "held back", "precision", "recall", "F1"];

function overallOf(parts: HeardMessage[][]): Section {
  const rows = (["acts", "wishes", "critiques", "references"] as const).map((kind) => [
    kind,
    ...parts.flatMap((part) => Tally.of(part.map((heard) => heard[kind])).cells()),
  ]);
  const languages = parts.flatMap((part) => {
    const right = part.filter(
      ({ message, understanding }) =>
        message.language === understanding.language ||
        (message.language === "en" && understanding.language === "und"),
    );
    const foreign = part.filter(({ message }) => message.language !== "en");
    const found = foreign.filter(({ message, understanding }) => message.language === understanding.language);
    return [
      String(foreign.length),
      "",
      (found.length / foreign.length).toFixed(3),
      (right.length / part.length).toFixed(3),
    ];
  });
  return {
    title: `${LABELLED_MESSAGES.length} labelled messages`,
    about:
      `Written for a shop like the demo's before they were tried: ${parts[0]?.length} were then tuned on, and ${parts[1]?.length}, every ` +
      "third, were not. All figures are micro averages over single labels: an act; a wish with its attribute, operator, value and " +
      "polarity; a critique with its attribute and direction; the product that a reference resolves to first. Of languages, the " +
      "recall of those that are not English, and the share of all messages whose language is right; a fragment of English may be of no language that can be told.",
    columns: ["", ...COLUMNS],
    rows: [...rows, ["languages", ...languages]],
  };
}

function actsOf(parts: HeardMessage[][]): Section {
  return {
    title: "Acts",
    about: "Each message has one or more.",
    columns: ["act", ...COLUMNS],
    rows: DIALOGUE_ACTS.map((act) => [
      act,
      ...parts.flatMap((part) =>
        Tally.of(
          part.map(({ acts }) => acts),
          (thing) => thing === act,
        ).cells(),
      ),
    ]),
  };
}
