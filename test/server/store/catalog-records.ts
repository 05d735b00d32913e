import type { CatalogRecord } from "../../../server/store/catalog-repository.ts";

/** A bike with everything that a catalog can say of one. */
export const record = (sku: string, change: Partial<CatalogRecord> = {}): CatalogRecord => ({
  sku,
  title: `Bike ${sku}`,
  description: 'Light, "quick" \\ and\u0000 well made.',
  brand: null,
  categories: ["Bikes", "Gravel bikes"],
  tags: ["tubeless"],
  url: `https://velo.example/${sku}`,
  imageUrl: null,
  price: { minor: 129_900, currency: "EUR" },
  was: { minor: 149_900, currency: "EUR" },
  inStock: true,
  attributes: [{ name: "weight", value: "9.1 kg", number: 9.1, unit: "kg" }],
  variants: [
    {
      sku: `${sku}-M`,
      options: [{ name: "size", value: "M" }],
      price: { minor: 129_900, currency: "EUR" },
      inStock: true,
    },
    {
      sku: `${sku}-L`,
      options: [{ name: "size", value: "L" }],
      price: { minor: 134_900, currency: "EUR" },
      inStock: false,
    },
  ],
  rating: { value: 4.5, count: 12 },
  popularity: 3,
  hidden: null,
  reviews: [
    { id: `${sku}-r1`, sku, author: "Mara K.", rating: 5, text: "Rolls like a dream.", at: "2025-03-01" },
  ],
  ...change,
});
