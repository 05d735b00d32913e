/** @jsxImportSource hono/jsx */
import { imageAddress } from "../drawing/draw-product.ts";
import { STOCK, type StockedGoods } from "../products/stock.ts";
import { DEPARTMENTS, findGoods, productAddress, shelfAddress } from "./find-goods.ts";
import { ProductGrid } from "./product-card.tsx";
import { Stars } from "./stars.tsx";

/** The thing that stands for its department on the home page. */
const FACES: Record<string, string> = {
  Bags: "oxb-tidewater-22",
  Bikes: "rye-canal-3",
  Cycling: "rye-acorn",
  Clothing: "sal-petrichor",
  Shoes: "tus-gorse-mid",
  "Bottles & flasks": "wel-platform-350",
  Lights: "gli-inglenook",
  Camping: "pin-heron-4",
};

export function HomePage() {
  return (
    <>
      <Hero />
      <section class="wrap section" aria-labelledby="departments">
        <h2 id="departments">Where would you like to start?</h2>
        <DepartmentTiles />
      </section>
      <section class="wrap section" aria-labelledby="favourites">
        <SectionHead
          id="favourites"
          title="What people keep coming back for"
          address="/demo/search?q=bestseller"
          more="All bestsellers"
        />
        <ProductGrid goods={favourites()} />
      </section>
      <RainBand />
      <section class="wrap section" aria-labelledby="reduced">
        <SectionHead
          id="reduced"
          title="Last of the season, a little less"
          address="/demo/search?q=sale"
          more="All reductions"
        />
        <ProductGrid goods={reduced()} />
      </section>
      <section class="wrap section" aria-labelledby="voices">
        <h2 id="voices">Said by people who paid for it</h2>
        <Voices />
      </section>
    </>
  );
}

function Hero() {
  return (
    <section class="hero">
      <img
        class="hero-picture"
        src="/demo/images/hero.svg"
        alt="A red tram crosses a viaduct above a mountain lake at dawn; a bike, a tent and a backpack wait on the shore."
        width="1440"
        height="760"
      />
      <div class="wrap hero-words">
        <p class="hero-kicker">Autumn at the shop</p>
        <h1>
          For the trail
          <br />
          and the <em>8:14.</em>
        </h1>
        <p class="hero-lead">
          Bags, bikes, coats and camp kitchens from eight small makers. Built for weather, tested on commutes.
        </p>
        <p class="hero-actions">
          <a class="button" href="/demo/departments/bags/backpacks">
            See the backpacks
          </a>
          <a class="button button-quiet" href="/demo/departments/clothing/rain-jackets">
            Ready for rain
          </a>
        </p>
      </div>
    </section>
  );
}

function SectionHead({
  id,
  title,
  address,
  more,
}: {
  id: string;
  title: string;
  address: string;
  more: string;
}) {
  return (
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      <a href={address}>{more}</a>
    </div>
  );
}

function DepartmentTiles() {
  return (
    <ul class="tiles">
      {DEPARTMENTS.map((department) => (
        <li>
          <a class="tile" href={department.address}>
            <img
              src={imageAddress((FACES[department.name] ?? "").toUpperCase())}
              alt=""
              width="480"
              height="480"
            />
            <span>
              <b>{department.name}</b>
              <small>{department.goods.length} things</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function RainBand() {
  const jacket = findGoods("petrichor-rain-jacket");
  if (jacket === null) return null;
  const [author, stars, , text] = jacket.reviews[0] ?? ["", 5, "", ""];
  return (
    <section class="band" aria-labelledby="rain">
      <div class="wrap band-grid">
        <img
          src={imageAddress(jacket.sku)}
          alt="The Petrichor Rain Jacket in ochre yellow"
          width="480"
          height="480"
          loading="lazy"
        />
        <div>
          <p class="hero-kicker">Petrichor, by Sallowmere</p>
          <h2 id="rain">A rain jacket you can wear to a meeting</h2>
          <p class="band-lead">{jacket.description}</p>
          <blockquote>
            <p>“{text}”</p>
            <footer>
              {author} <Stars value={stars} />
            </footer>
          </blockquote>
          <p class="hero-actions">
            <a class="button" href={productAddress(jacket)}>
              Look at the Petrichor
            </a>
            <a class="button button-quiet" href={shelfAddress(jacket.categories)}>
              All rain jackets
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}

const QUOTED: readonly (readonly [slug: string, review: number])[] = [
  ["vicar-brass-bell", 0],
  ["warbler-2-trekking-tent", 0],
  ["hearth-500-insulated-flask", 0],
];

function Voices() {
  return (
    <ul class="voices">
      {QUOTED.map(([slug, place]) => {
        const goods = findGoods(slug);
        const review = goods?.reviews[place];
        if (!goods || !review) return null;
        return (
          <li>
            <figure>
              <img src={imageAddress(goods.sku)} alt="" width="480" height="480" loading="lazy" />
              <blockquote>“{review[3]}”</blockquote>
              <figcaption>
                {review[0]}, on the <a href={productAddress(goods)}>{goods.title}</a>
              </figcaption>
            </figure>
          </li>
        );
      })}
    </ul>
  );
}

/** The best loved of each department, so that one department does not fill the row. */
function favourites(): StockedGoods[] {
  return DEPARTMENTS.map(({ goods }) => [...goods].sort((a, b) => b.popularity - a.popularity)[0]).filter(
    (goods) => goods !== undefined,
  );
}

function reduced(): StockedGoods[] {
  const saving = (goods: StockedGoods) => 1 - goods.price / (goods.was ?? goods.price);
  return STOCK.filter((goods) => goods.was !== undefined && goods.inStock)
    .sort((a, b) => saving(b) - saving(a))
    .slice(0, 4);
}
