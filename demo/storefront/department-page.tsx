/** @jsxImportSource hono/jsx */
import { MAKERS } from "../products/goods.ts";
import { applyFilter, type Department, type Filter, SORTS } from "./find-goods.ts";
import { ProductGrid } from "./product-card.tsx";

const INTRODUCTIONS: Record<string, string> = {
  Bags: "For laptops, leeks and long weekends. Most keep rain out, all of them say how much they hold and weigh.",
  Bikes:
    "From a shoulder-light single speed to a longtail that replaces the car. Put together and adjusted by hand.",
  Cycling: "What turns a bike into transport: panniers, helmets, locks and a bell that makes people smile.",
  Clothing: "Coats that work in a downpour and in a meeting, and the layers that go underneath.",
  Shoes: "Dry feet on wet rails, loose gravel and bakery queues.",
  "Bottles & flasks": "Hot stays hot, cold stays cold, bags stay dry.",
  Lights: "To see the pothole, the page and the person across the table.",
  Camping: "Shelter, sleep and supper, from solo nights to six at a table.",
};

export function DepartmentPage({ department, filter }: { department: Department; filter: Filter }) {
  const goods = applyFilter(department.goods, filter);
  return (
    <div class="wrap">
      <nav class="crumbs" aria-label="Breadcrumb">
        <a href="/demo/">Home</a>
        {department.shelf === null ? (
          <span aria-current="page">{department.name}</span>
        ) : (
          <a href={department.address}>{department.name}</a>
        )}
        {department.shelf !== null && <span aria-current="page">{department.shelf}</span>}
      </nav>
      <header class="page-head">
        <h1>{department.shelf ?? department.name}</h1>
        <p>{INTRODUCTIONS[department.name]}</p>
      </header>
      <ShelfLinks department={department} />
      <FilterBar department={department} filter={filter} count={goods.length} />
      {goods.length === 0 ? (
        <p class="empty">Nothing fits all of that. Try without the price or the maker.</p>
      ) : (
        <>
          <h2 class="unseen">Products</h2>
          <ProductGrid goods={goods} eager={4} />
        </>
      )}
    </div>
  );
}

function ShelfLinks({ department }: { department: Department }) {
  return (
    <ul class="chips" aria-label={`Shelves of ${department.name}`}>
      <li>
        <a href={department.address} aria-current={department.shelf === null ? "true" : undefined}>
          All
        </a>
      </li>
      {department.shelves.map((shelf) => (
        <li>
          <a href={shelf.address} aria-current={department.shelf === shelf.name ? "true" : undefined}>
            {shelf.name} <small>{shelf.count}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

function FilterBar({ department, filter, count }: { department: Department; filter: Filter; count: number }) {
  const makers = MAKERS.filter((maker) => department.goods.some((goods) => goods.brand === maker));
  const highest = Math.max(...department.goods.map((goods) => goods.price));
  const bounds = [50, 100, 150, 250, 500, 1_000, 2_000].filter((bound) => bound < highest);
  return (
    <form class="filters" data-filters>
      <p aria-live="polite">
        {count} {count === 1 ? "thing" : "things"}
      </p>
      <label>
        Maker
        <select name="maker">
          <option value="">Any</option>
          {makers.map((maker) => (
            <option selected={maker === filter.maker}>{maker}</option>
          ))}
        </select>
      </label>
      <label>
        Price
        <select name="price">
          <option value="">Any</option>
          {bounds.map((bound) => (
            <option value={String(bound)} selected={bound === filter.priceUpTo}>
              up to ${bound.toLocaleString("en-US")}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="stock" value="in" checked={filter.inStockOnly} /> In stock
      </label>
      <label class="filters-sort">
        Sort
        <select name="sort">
          {Object.entries(SORTS).map(([sort, words]) => (
            <option value={sort} selected={sort === filter.sort}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button class="button button-small" type="submit">
        Show
      </button>
    </form>
  );
}
