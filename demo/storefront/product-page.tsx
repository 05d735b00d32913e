/** @jsxImportSource hono/jsx */
import { imageAddress } from "../drawing/draw-product.ts";
import { PALETTE } from "../drawing/palette.ts";
import type { CustomerReview } from "../products/goods.ts";
import type { StockedGoods } from "../products/stock.ts";
import { DEPARTMENTS, goodsAlike, productAddress, shelfAddress } from "./find-goods.ts";
import { Price } from "./price.tsx";
import { ProductGrid } from "./product-card.tsx";
import { Stars } from "./stars.tsx";

export function ProductPage({ goods }: { goods: StockedGoods }) {
  return (
    <div class="wrap">
      <Crumbs goods={goods} />
      <article class="product">
        <Gallery goods={goods} />
        <div class="product-words">
          <p class="card-maker">{goods.brand}</p>
          <h1>{goods.title}</h1>
          <p class="product-price">
            <Price goods={goods} />
            {goods.rating && (
              <a href="#reviews" class="product-rating">
                <Stars value={goods.rating[0]} />
                <span>
                  {goods.rating[0].toFixed(1)} from {goods.rating[1]} ratings
                </span>
              </a>
            )}
          </p>
          <p class="product-description">{goods.description}</p>
          <BuyForm goods={goods} />
          <Facts goods={goods} />
        </div>
      </article>
      {goods.reviews.length > 0 && <Reviews goods={goods} />}
      <section class="section" aria-labelledby="alike">
        <h2 id="alike">You may also like</h2>
        <ProductGrid goods={goodsAlike(goods, 4)} />
      </section>
    </div>
  );
}

function Crumbs({ goods }: { goods: StockedGoods }) {
  const [department, shelf] = goods.categories;
  return (
    <nav class="crumbs" aria-label="Breadcrumb">
      <a href="/demo/">Home</a>
      <a href={DEPARTMENTS.find(({ name }) => name === department)?.address}>{department}</a>
      <a href={shelfAddress(goods.categories)}>{shelf}</a>
    </nav>
  );
}

function Gallery({ goods }: { goods: StockedGoods }) {
  const [colour] = goods.colours;
  return (
    <div class="gallery">
      <img
        data-picture
        src={imageAddress(goods.sku)}
        alt={`${goods.title} in ${colour.toLowerCase()}`}
        width="480"
        height="480"
      />
      {!goods.inStock && <span class="badge badge-out">Sold out</span>}
    </div>
  );
}

function BuyForm({ goods }: { goods: StockedGoods }) {
  const soldOut = goods.variants
    .filter((variant) => !variant.inStock)
    .map(({ colour, size }) => [colour, size].join("|"));
  return (
    <form
      class="buy"
      data-buy
      data-sku={goods.sku}
      data-title={goods.title}
      data-price={goods.price}
      data-url={productAddress(goods)}
      data-sold-out={soldOut.join(";")}
    >
      <fieldset>
        <legend>
          Colour <output data-colour-name>{goods.colours[0]}</output>
        </legend>
        <div class="swatches">
          {goods.colours.map((colour, index) => (
            <label title={colour}>
              <input
                type="radio"
                name="colour"
                value={colour}
                checked={index === 0}
                data-image={imageAddress(goods.sku, colour)}
              />
              <svg viewBox="0 0 40 40" aria-hidden="true">
                <circle cx="20" cy="20" r="15" fill={PALETTE[colour]} />
              </svg>
              <span class="unseen">{colour}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {goods.sizes && (
        <fieldset>
          <legend>Size</legend>
          <div class="sizes">
            {goods.sizes.map((size, index) => (
              <label>
                <input
                  type="radio"
                  name="size"
                  value={size}
                  checked={index === Math.floor((goods.sizes?.length ?? 0) / 2)}
                />
                <span>{size}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="buy-row">
        <label class="unseen" for="quantity">
          Quantity
        </label>
        <input id="quantity" name="quantity" type="number" min="1" max="9" value="1" />
        <button class="button" type="submit" disabled={!goods.inStock} data-buy-button>
          {goods.inStock ? "Add to cart" : "Sold out"}
        </button>
      </div>
      <p class="buy-stock" data-stock aria-live="polite">
        {goods.inStock ? "In stock" : "Sold out in every colour and size for now."}
      </p>
    </form>
  );
}

function Facts({ goods }: { goods: StockedGoods }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" class="small-head">
        The facts
      </h2>
      <dl class="facts">
        {Object.entries(goods.attributes).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="tags" aria-label="Tags">
        {goods.tags.map((tag) => (
          <li>{tag}</li>
        ))}
      </ul>
    </section>
  );
}

function Reviews({ goods }: { goods: StockedGoods }) {
  return (
    <section class="section reviews" id="reviews" aria-labelledby="reviews-head">
      <div class="reviews-head">
        <h2 id="reviews-head">What customers say</h2>
        {goods.rating && (
          <p>
            <b>{goods.rating[0].toFixed(1)}</b>
            <Stars value={goods.rating[0]} />
            <span>
              {goods.rating[1]} ratings, {goods.reviews.length} written
            </span>
          </p>
        )}
      </div>
      <ol class="reviews-list">
        {goods.reviews.map((review) => (
          <Review review={review} />
        ))}
      </ol>
    </section>
  );
}

const longDate = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "long",
  day: "numeric",
  timeZone: "UTC",
});

function Review({ review: [author, stars, date, text] }: { review: CustomerReview }) {
  return (
    <li class="review">
      <Stars value={stars} />
      <p class="review-text">{text}</p>
      <p class="review-by">
        {author}, <time datetime={date}>{longDate.format(new Date(date))}</time>
      </p>
    </li>
  );
}
