/** What a merchant is told of a file's columns holds: what is not read changes nothing, what is read does. */
import { describe, expect, it } from "vitest";
import { describeColumns } from "../../../../server/catalog/import/describe-columns.ts";
import { shopifyListing } from "../../../../server/catalog/import/shopify-listing.ts";
import type { SourceRow } from "../../../../server/catalog/import/source-row.ts";
import { woocommerceListing } from "../../../../server/catalog/import/woocommerce-listing.ts";

const CONTEXT = { currency: "EUR", origin: "https://shop.example", decimalMark: null, now: new Date(0) };

const SHOPIFY: Record<string, string> = {
  ...{ Handle: "lamp", Title: "Lamp", "Body (HTML)": "<p>Warm</p>", Vendor: "Lux", Type: "Lamps" },
  ...{ "Product Category": "Home > Lighting", Tags: "warm", Published: "true", Status: "active" },
  ...{
    "Option1 Name": "Colour",
    "Option1 Value": "Brass",
    "Variant SKU": "lamp-1",
    "Variant Price": "49.90",
  },
  ...{
    "Variant Compare At Price": "59.90",
    "Variant Inventory Tracker": "shopify",
    "Variant Inventory Qty": "3",
  },
  ...{ "Variant Inventory Policy": "deny", "Image Src": "https://shop.example/a.jpg", "Gift Card": "false" },
  ...{ "Google Shopping / Gender": "unisex", "Bulb (product.metafields.custom.bulb)": "E27" },
  ...{ "SEO Title": "Lamp", "Variant Barcode": "123", "Variant Grams": "500", "Cost per item": "20" },
  ...{ "Image Alt Text": "A lamp" },
};
const WOOCOMMERCE: Record<string, string> = {
  ...{ ID: "7", Type: "simple", SKU: "lamp-1", Name: "Lamp", Published: "1", "Is featured?": "0" },
  ...{ "Visibility in catalog": "visible", "Short description": "Warm", Description: "<p>Light</p>" },
  ...{ "Date sale price starts": "", "Date sale price ends": "2001-01-01", "Tax status": "taxable" },
  ...{ "In stock?": "1", Stock: "4", "Weight (kg)": "1", "Length (cm)": "9", "Sale price": "40" },
  ...{ "Regular price": "50", Categories: "Home > Lamps", Tags: "warm", Images: "https://a.example/b.jpg" },
  ...{ Parent: "", "External URL": "", Brands: "Lux", Position: "0", "Meta: _x": "y" },
  ...{ "Attribute 1 name": "Colour", "Attribute 1 value(s)": "Brass" },
};

describe.each([
  ["shopify", SHOPIFY, (row: SourceRow) => shopifyListing(row, CONTEXT)],
  ["woocommerce", WOOCOMMERCE, (row: SourceRow) => woocommerceListing(row, CONTEXT)],
] as const)("the columns of %s", (format, fields, read) => {
  const { columns, isFixed } = describeColumns(format, [{ row: 2, fields }], {});
  const listing = (change: Record<string, string> = {}) =>
    JSON.stringify(read({ row: 2, fields: { ...fields, ...change } }));

  it("[ADM-10] that are told as not read change nothing of the product", () => {
    const unread = columns.filter(({ readAs }) => readAs === null);
    expect(unread.length).toBeGreaterThan(2);
    for (const { name } of unread) expect(listing({ [name]: "something else 5" }), name).toBe(listing());
  });

  it("[ADM-10] have a fixed meaning, and samples of what they hold", () => {
    expect(isFixed).toBe(true);
    const titled = columns.find(({ readAs }) => readAs === "title");
    expect(titled).toMatchObject({ samples: ["Lamp"] });
    expect(columns.filter(({ readAs }) => readAs === "price" || readAs === "regularPrice")).not.toEqual([]);
  });
});

it("[ADM-10] what is said of a column stands in place of what its name says", () => {
  const fields = { Nr: "1", Was: "Leselampe", Kosten: "49,90" };
  const { columns } = describeColumns("csv", [{ row: 2, fields }], { title: "Was", price: "Kosten" });
  expect(columns.map(({ name, readAs }) => [name, readAs])).toEqual([
    ["Nr", "attribute"],
    ["Was", "title"],
    ["Kosten", "price"],
  ]);
});

it("[ADM-10] a field of several columns says which goes first", () => {
  const fields = { id: "1", title: "Lamp", name: "A lamp", price: "5", wattage: "40", barcode: "9" };
  const { columns } = describeColumns("csv", [{ row: 2, fields }], { title: "name" });
  expect(columns.map(({ name, readAs, place }) => [name, readAs, place])).toEqual([
    ["id", "id", 0],
    ["title", "title", 1],
    ["name", "title", 0],
    ["price", "price", 0],
    ["wattage", "attribute", 0],
    ["barcode", null, 0],
  ]);
});
