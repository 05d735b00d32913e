/** @jsxImportSource hono/jsx */
import type { StockedGoods } from "../products/stock.ts";
import { DEPARTMENTS } from "./find-goods.ts";
import { ProductGrid } from "./product-card.tsx";

export function SearchPage({ query, found }: { query: string; found: readonly StockedGoods[] }) {
  return (
    <div class="wrap">
      <header
        class="page-head"
        data-found-nothing-for={found.length === 0 && query !== "" ? query : undefined}
      >
        <h1>{query === "" ? "Search" : `“${query}”`}</h1>
        <p>{query === "" ? "Type what you need into the field above." : countOf(found.length)}</p>
      </header>
      {found.length > 0 ? (
        <>
          <h2 class="unseen">Results</h2>
          <ProductGrid goods={found} eager={4} />
        </>
      ) : (
        <>
          <h2>Or look around</h2>
          <ul class="chips">
            {DEPARTMENTS.map((department) => (
              <li>
                <a href={department.address}>{department.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function countOf(count: number): string {
  if (count === 0) return "Nothing has all of these words. Fewer words find more.";
  return count === 1 ? "One thing fits." : `${count} things fit.`;
}
