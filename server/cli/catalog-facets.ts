import { Command } from "commander";
import {
  type CategoryFacet,
  CategoryFacets,
  CategoryFacetsBuilder,
} from "../catalog/facets/category-facets.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface FacetsOptions {
  site: string;
  category?: string;
  json?: boolean;
}

export function facetsCommand(): Command {
  return new Command("facets")
    .description("What tells the products of a category apart: attributes, their values and ranges.")
    .requiredOption("--site <key>", "the site's key")
    .option(
      "--category <name>",
      "a category at any level of the path; all of them, and the whole catalog, if absent",
    )
    .option("--json", "print [{ category, facets: [{ attribute, coverage, weight, unit, values, ranges }] }]")
    .action(async (options: FacetsOptions) => {
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const builder = new CategoryFacetsBuilder();
        await store.catalogs.read(
          site.id,
          (products) => {
            for (const product of products) builder.add(product);
          },
          () => {},
        );
        const facets = new CategoryFacets(builder.finish());
        const shown = categoriesToShow(facets, options.category).map((category) => ({
          category,
          facets: facets.of(category),
        }));
        if (options.json) return printJson(shown.map(withFiniteRanges));
        for (const each of shown) printCategory(each.category, each.facets);
      });
    });
}

function categoriesToShow(facets: CategoryFacets, wanted: string | undefined): (string | null)[] {
  if (wanted === undefined) return [null, ...facets.categories];
  const found = facets.categories.find((category) => category.toLowerCase() === wanted.toLowerCase());
  if (found === undefined)
    throw new CommandFailure(`there is no category "${wanted}" of two products or more`);
  return [found];
}

/** JSON has no infinity: the open end of a range is null. */
function withFiniteRanges({
  category,
  facets,
}: {
  category: string | null;
  facets: readonly CategoryFacet[];
}) {
  const finite = (number: number) => (Number.isFinite(number) ? number : null);
  return {
    category,
    facets: facets.map((facet) => ({
      ...facet,
      ranges:
        facet.ranges?.map((range) => ({ ...range, from: finite(range.from), to: finite(range.to) })) ?? null,
    })),
  };
}

function printCategory(category: string | null, facets: readonly CategoryFacet[]): void {
  console.log(category ?? "The whole catalog");
  if (facets.length === 0) console.log("  nothing tells its products apart");
  for (const { attribute, coverage, values, ranges } of facets) {
    const entries = ranges?.map(({ label, count }) => `${label} (${count})`) ?? [
      ...values.map(({ value, count }) => `${value} (${count})`),
    ];
    console.log(`  ${String(Math.round(coverage * 100)).padStart(3)} %  ${attribute}: ${entries.join(", ")}`);
  }
}
