import type { Price, ProductCard } from "../../shared/shopper-socket.ts";
import { formatMoney } from "./format-money.ts";
import type { Money, Product } from "./product.ts";

/** A product as a shopper's page shows it. `why` is the one phrase that says why it is shown now. */
export function cardOf(product: Product, why: string, locale: string): ProductCard {
  return {
    sku: product.sku,
    title: product.title,
    url: product.url,
    ...(product.imageUrl === null ? {} : { imageUrl: product.imageUrl }),
    price: priceOf(product.price, locale),
    ...(product.was === null ? {} : { was: priceOf(product.was, locale) }),
    ...(product.rating === null ? {} : { rating: product.rating }),
    inStock: product.inStock,
    why,
  };
}

function priceOf(money: Money, locale: string): Price {
  return { ...money, text: formatMoney(money, locale) };
}
