/** @jsxImportSource hono/jsx */
import { imageAddress } from "../drawing/draw-product.ts";
import { PALETTE } from "../drawing/palette.ts";
import type { StockedGoods } from "../products/stock.ts";
import { productAddress } from "./find-goods.ts";
import { Price } from "./price.tsx";
import { Stars } from "./stars.tsx";

export function ProductGrid({ goods, eager = 0 }: { goods: readonly StockedGoods[]; eager?: number }) {
  return (
    <ul class="grid">
      {goods.map((item, index) => (
        <li>
          <ProductCard goods={item} isEager={index < eager} />
        </li>
      ))}
    </ul>
  );
}

function ProductCard({ goods, isEager }: { goods: StockedGoods; isEager: boolean }) {
  return (
    <article class="card">
      <div class="card-picture">
        <img
          src={imageAddress(goods.sku)}
          alt=""
          width="480"
          height="480"
          loading={isEager ? "eager" : "lazy"}
        />
        <Badge goods={goods} />
      </div>
      <p class="card-maker">{goods.brand}</p>
      <h3>
        <a class="card-link" href={productAddress(goods)}>
          {goods.title}
        </a>
      </h3>
      <p class="card-facts">{headline(goods)}</p>
      <p class="card-foot">
        <Price goods={goods} />
        {goods.rating && <Stars value={goods.rating[0]} count={goods.rating[1]} />}
      </p>
      {goods.colours.length > 1 && (
        <svg
          class="card-colours"
          viewBox={`0 0 ${goods.colours.length * 18} 14`}
          width={goods.colours.length * 18}
          height="14"
          role="img"
          aria-label={`Comes in ${goods.colours.join(", ")}`}
        >
          {goods.colours.map((colour, index) => (
            <circle cx={7 + index * 18} cy="7" r="6" fill={PALETTE[colour]} stroke="#00000022" />
          ))}
        </svg>
      )}
    </article>
  );
}

function Badge({ goods }: { goods: StockedGoods }) {
  if (!goods.inStock) return <span class="badge badge-out">Sold out</span>;
  if (goods.was !== undefined) return <span class="badge badge-sale">Reduced</span>;
  if (goods.tags.includes("bestseller")) return <span class="badge">Bestseller</span>;
  return null;
}

/** The two facts people ask for first. */
function headline({ attributes }: StockedGoods): string {
  const telling = [
    "capacity",
    "sleeps",
    "range",
    "comfort temperature",
    "waterproof rating",
    "brightness",
    "keeps hot",
    "gears",
    "laptop size",
    "head size",
    "security level",
    "insulation",
    "waterproofing",
    "type",
    "diameter",
    "weight",
    "material",
  ];
  const facts = telling.flatMap((name) =>
    attributes[name] === undefined ? [] : [fact(name, attributes[name])],
  );
  return facts.slice(0, 2).join(" · ");
}

function fact(name: string, value: string): string {
  const words: Record<string, (value: string) => string> = {
    sleeps: (count) => `sleeps ${count}`,
    gears: (count) => (count === "1" ? "single speed" : `${count} gears`),
    range: (distance) => `${distance} range`,
    "comfort temperature": (degrees) => `comfort ${degrees}`,
    "keeps hot": (time) => (time.endsWith("h") ? `hot for ${time}` : time),
    "laptop size": (size) =>
      size === "no sleeve" ? "no laptop sleeve" : `${size.replace(" in", "″")} laptop`,
    "security level": (level) => `security ${level}`,
  };
  return words[name]?.(value) ?? value;
}
