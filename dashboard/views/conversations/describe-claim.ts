/** What a claim states and what it rests on, in words. */
import type { Evidence, Statement } from "../../../server/dialogue/claims.ts";
import { fullTime } from "../../parts/words.ts";
import type { TitleOf } from "./titles.ts";

type Money = Extract<Statement, { type: "price" }>["price"];

export function describeStatement(statement: Statement, titleOf: TitleOf): string {
  const item = "sku" in statement ? titleOf(statement.sku) : "";
  switch (statement.type) {
    case "price":
      return `${item} costs ${money(statement.price)}`;
    case "reduction":
      return `${item} costs ${money(statement.price)}, reduced from ${money(statement.was)}`;
    case "price-change":
      return `${item} costs ${money(statement.price)} now, and cost ${money(statement.before)} before`;
    case "brand":
      return `${item} is by ${statement.brand}`;
    case "category":
      return `${item} is in ${statement.category}`;
    case "attribute":
      return `${item}: ${statement.attribute} is ${statement.value}`;
    case "feature":
      return `${item}: “${statement.phrase}”`;
    case "rating":
      return `${item} is rated ${statement.value} by ${statement.count}`;
    case "availability":
      return `${item} is ${statement.inStock ? "in stock" : "out of stock"}`;
    case "variants":
      return `${item} comes in ${statement.option} ${statement.values.join(", ")}`;
    case "review":
      return `${statement.author} on ${item}, ${statement.rating} of 5: “${statement.quote}”`;
    case "comparison":
      return `${item} against ${titleOf(statement.over)}: ${statement.attribute} ${statement.value}, not ${statement.overValue}`;
    case "meets":
      return `${item} meets the wish for ${statement.attribute}: ${statement.value}`;
    case "misses":
      return `${item} misses the wish for ${statement.attribute}${statement.value === null ? ": nothing is known" : `: ${statement.value}`}`;
    case "extreme":
      return `${item} has the ${statement.direction} ${statement.attribute} of ${statement.among} ${statement.of}: ${statement.value}`;
    case "merchant-answer":
      return `${statement.of === null ? "Your answer" : `Your answer, told of ${titleOf(statement.of)}`}: “${statement.text}”`;
    case "count":
      return `There are ${statement.count} ${statement.of}`;
    case "price-range":
      return `${statement.of} cost ${money(statement.low)} to ${money(statement.high)}`;
    case "said":
      return "What the shopper said they want";
  }
}

export function describeEvidence(evidence: Evidence, titleOf: TitleOf): string {
  switch (evidence.type) {
    case "catalog":
      return `Catalog, ${evidence.sku} version ${evidence.version}: ${evidence.attribute} = ${evidence.value}`;
    case "review":
      return `Review ${evidence.reviewId} of ${evidence.sku}: “${evidence.quote}”`;
    case "merchant-answer":
      return `Your answer, version ${evidence.version}`;
    case "shopper":
      return `The shopper: “${evidence.said}”`;
    case "earlier":
      return `Shown on ${fullTime(evidence.at)}: ${titleOf(evidence.sku)} for ${money(evidence.price)}`;
    case "search":
      return `Search for ${evidence.description}: ${evidence.count} found`;
  }
}

function money({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
