/** What a column can be read as, in a merchant's words. */
import type { CatalogFormat, DescribedColumn, ReadAs } from "../../api/catalog.ts";

const NAMES: Record<ReadAs, string> = {
  id: "Product number (SKU)",
  title: "Title",
  description: "Description",
  brand: "Brand",
  category: "Category",
  productType: "Kind of product",
  taxonomy: "Google's category",
  tags: "Tags",
  url: "Address of its page",
  image: "Picture",
  price: "Price",
  priceMinor: "Price in cents",
  salePrice: "Reduced price",
  saleDates: "Dates of the reduction",
  regularPrice: "Regular price",
  currency: "Currency",
  currencySign: "Currency sign",
  stock: "Stock",
  rating: "Rating",
  ratingCount: "Number of ratings",
  popularity: "Popularity",
  group: "What variants share",
  status: "Published or not",
  hidden: "Hidden or not",
  attributes: "Several properties",
  features: "Highlights",
  variants: "Variants",
  reviews: "Reviews",
  attribute: "A property, by its own name",
  option: "What variants differ in",
};

/** Columns that most files have first. */
const COMMON: ReadAs[] = [
  "title",
  "price",
  "id",
  "description",
  "brand",
  "category",
  "image",
  "url",
  "stock",
];

export function tellReading({ readAs, place }: Pick<DescribedColumn, "readAs" | "place">): string {
  if (readAs === null) return "Not used";
  return place === 0 ? NAMES[readAs] : `${NAMES[readAs]}, where others are empty`;
}

export function fieldChoices(fields: readonly ReadAs[]): { value: ReadAs; name: string }[] {
  const rest = fields
    .filter((field) => !COMMON.includes(field))
    .sort((one, other) => NAMES[one].localeCompare(NAMES[other]));
  return [...COMMON.filter((field) => fields.includes(field)), ...rest].map((value) => ({
    value,
    name: NAMES[value],
  }));
}

const FORMATS: Record<CatalogFormat, string> = {
  shopify: "Shopify export",
  woocommerce: "WooCommerce export",
  google: "Google Merchant feed",
  csv: "Table (CSV)",
  json: "JSON",
  jsonl: "JSON, one product a line",
};

export const tellFormat = (format: CatalogFormat): string => FORMATS[format];
export const FORMAT_CHOICES: { value: CatalogFormat | "auto"; name: string }[] = [
  { value: "auto", name: "Find out by itself" },
  ...Object.entries(FORMATS).map(([value, name]) => ({ value: value as CatalogFormat, name })),
];
