/** @jsxImportSource hono/jsx */

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

export function formatPrice(price: number): string {
  return dollars.format(price);
}

export function Price({ goods }: { goods: { price: number; was?: number } }) {
  if (goods.was === undefined) return <span class="price">{formatPrice(goods.price)}</span>;
  return (
    <span class="price price-reduced">
      <span class="unseen">Now </span>
      {formatPrice(goods.price)} <span class="unseen">instead of </span>
      <s>{formatPrice(goods.was)}</s>
    </span>
  );
}
