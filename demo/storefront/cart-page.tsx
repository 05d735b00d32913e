/** @jsxImportSource hono/jsx */

/** The cart lives in the browser; `shop.js` fills the list from this page's templates. */
export function CartPage() {
  return (
    <div class="wrap cart">
      <header class="page-head">
        <h1>Your cart</h1>
      </header>
      <noscript>
        <p>The cart is kept in your browser, which needs JavaScript for it.</p>
      </noscript>
      <div class="empty" data-cart-empty hidden>
        <p>Nothing in here yet.</p>
        <p>
          <a class="button" href="/demo/">
            Look around
          </a>
        </p>
      </div>
      <div class="cart-grid" data-cart-full hidden>
        <ul class="cart-list" data-cart-list></ul>
        <section class="cart-sum" aria-labelledby="sum">
          <h2 id="sum" class="small-head">
            Summary
          </h2>
          <p>
            <span>Goods</span>
            <b data-cart-total></b>
          </p>
          <p>
            <span>Delivery</span>
            <span>at checkout</span>
          </p>
          <button class="button" type="button" data-checkout>
            Check out
          </button>
          <p class="cart-note" data-checkout-note role="status"></p>
        </section>
      </div>
      <template data-cart-row>
        <li class="cart-row">
          <img alt="" width="480" height="480" />
          <div>
            <h2>
              <a href="/demo/">Product</a>
            </h2>
            <p class="cart-variant" data-variant></p>
            <div class="cart-controls">
              <label>
                <span class="unseen">Quantity</span>
                <input type="number" min="1" max="9" />
              </label>
              <button type="button" class="link">
                Remove
              </button>
            </div>
          </div>
          <p class="price"></p>
        </li>
      </template>
    </div>
  );
}
