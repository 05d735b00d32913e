/** The plan's claims written into the rows they are about: the guard checks words against the plan, not the plan. */
import type { Product } from "../catalog/product.ts";
import type { Claim, Statement } from "../dialogue/claims.ts";

/** Products without claims stay the same objects, so that what is known of them is not worked out again. */
export function claimedProducts(products: readonly Product[], claims: readonly Claim[]): readonly Product[] {
  return products.map((product) =>
    claims
      .map((claim) => claim.statement)
      .filter((statement) => "sku" in statement && statement.sku === product.sku)
      .reduce(withStatement, product),
  );
}

function withStatement(product: Product, statement: Statement): Product {
  switch (statement.type) {
    case "price":
      return statement.price.minor === product.price.minor ? product : { ...product, price: statement.price };
    case "reduction":
      return statement.was.minor === product.was?.minor ? product : { ...product, was: statement.was };
    case "brand":
      return statement.brand === product.brand ? product : { ...product, brand: statement.brand };
    case "category":
      return product.categories.includes(statement.category)
        ? product
        : { ...product, categories: [...product.categories, statement.category] };
    case "attribute":
      return withAttribute(product, statement.attribute, statement.value);
    case "comparison":
    case "meets":
      return withAttribute(product, statement.attribute, statement.value);
    case "misses":
      return statement.value === null
        ? product
        : withAttribute(product, statement.attribute, statement.value);
    case "feature":
      return product.tags.includes(statement.phrase)
        ? product
        : { ...product, tags: [...product.tags, statement.phrase] };
    case "rating":
      return product.rating?.count === statement.count
        ? product
        : { ...product, rating: { value: statement.value, count: statement.count } };
    case "availability":
      return statement.inStock === product.inStock ? product : { ...product, inStock: statement.inStock };
    case "variants":
      return statement.values.reduce((row, value) => withAttribute(row, statement.option, value), product);
    default:
      return product;
  }
}

/** Prices, ratings and the like have fields of their own; as attributes they would make any number of theirs true. */
const OWN_FIELDS = new Set([
  "price",
  "rating",
  "popularity",
  "availability",
  "brand",
  "category",
  "usage",
  "recipient",
]);

function withAttribute(product: Product, name: string, value: string): Product {
  if (
    OWN_FIELDS.has(name) ||
    product.attributes.some((attribute) => attribute.name === name && attribute.value === value)
  )
    return product;
  return { ...product, attributes: [...product.attributes, { name, value }] };
}
