import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { importReviews } from "../../../../server/catalog/reviews/import-reviews.ts";
import type { ImportedReview } from "../../../../server/catalog/reviews/imported-review.ts";

const NOW = new Date("2026-06-01T12:00:00Z");

async function read(text: string | Buffer, map?: Record<string, string>) {
  const reviews: ImportedReview[] = [];
  let aborted = false;
  const result = await importReviews({
    source: Readable.from([Buffer.from(text)]),
    format: "auto",
    now: NOW,
    ...(map && { map }),
    sink: {
      put: async (batch) => void reviews.push(...batch),
      commit: async () => ({ added: reviews.length, updated: 0, unchanged: 0, unmatched: [] }),
      abort: async () => {
        aborted = true;
      },
    },
  });
  return { reviews, result, aborted };
}

const GOOGLE = `<?xml version="1.0" encoding="UTF-8"?><feed><version>2.3</version><reviews>
<review><review_id>41</review_id><reviewer><name>Jane Roe</name></reviewer>
<review_timestamp>2024-04-21T07:07:07Z</review_timestamp><title>Snug</title><content>Fits &amp; feels fine.</content>
<ratings><overall min="1" max="10">9</overall></ratings><products><product><product_ids><skus><sku>FEN-2</sku></skus></product_ids>
<product_name>Fen Tent</product_name><product_url>https://shop.example/products/fen-tent</product_url></product></products><is_spam>false</is_spam></review>
<review><review_id>42</review_id><reviewer><name is_anonymous="true">Anonymous</name></reviewer><review_timestamp>2024-04-21T07:07:07Z</review_timestamp>
<content>Spam.</content><ratings><overall min="1" max="5">5</overall></ratings><products><product><product_url>/x</product_url></product></products><is_spam>true</is_spam></review>
</reviews></feed>`;

/** The columns are those of exports as their users show them; the rows are nobody's. */
const FORMATS: [string, string, Partial<ImportedReview>][] = [
  [
    "Judge.me",
    'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,picture_urls,ip_address,location\nDry,"Stayed dry, all week",5,2025-03-02 10:12:00 UTC,web,ok,Ola Nordmann,o@x.example,701,fen-tent,,,10.0.0.1,NO',
    {
      source: "judge.me",
      author: "Ola N.",
      title: "Dry",
      text: "Stayed dry, all week",
      at: "2025-03-02",
      reference: { productId: "701", handle: "fen-tent" },
    },
  ],
  [
    "Yotpo, semicolons",
    'Review Title;Review Content;Review Score;Date;Product ID;Product Title;Product URL;Display Name;Email;Verified Purchase\nTop;"Warm; truly ""warm""";4;15/03/2025;99;Fen Tent;https://shop.example/products/fen-tent?variant=1;Ana Lopez;a@x.example;Yes',
    {
      source: "yotpo",
      author: "Ana L.",
      rating: 4,
      text: 'Warm; truly "warm"',
      at: "2025-03-15",
      verified: true,
    },
  ],
  [
    "Loox",
    "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n812,Active,5,a@b.example,,Nora Bell,Just right,2024-11-05T08:00:00.000Z,8123,fen-tent,,M,true",
    { id: "loox:812", source: "loox", author: "Nora B.", at: "2024-11-05", verified: true },
  ],
  [
    "Stamped.io",
    "productId,author,email,reviewRating,reviewTitle,reviewMessage,reviewDate,productUrl,productName,published\n55,Max Gray,m@x.example,3,Fine,It is fine,2024-01-31,https://shop.example/products/fen-tent,Fen Tent,true",
    { source: "stamped", author: "Max G.", rating: 3, text: "It is fine", at: "2024-01-31" },
  ],
  [
    "Shopify Product Reviews",
    "product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at\nfen-tent,published,4,Good,Ines K.,i@x.example,,Smells of rain,,2023-06-01T10:00:00-04:00,",
    { source: "shopify", author: "Ines K.", rating: 4, at: "2023-06-01", reference: { handle: "fen-tent" } },
  ],
  [
    "WooCommerce comments",
    "comment_ID,comment_post_ID,comment_author,comment_author_email,comment_date,comment_content,comment_approved,rating,verified,title,product_SKU,product_title,comment_parent\n17,45,Tim Oak,t@x.example,2024-05-06 07:08:09,<p>Solid &amp; light</p>,1,5,1,,FEN-2,Fen Tent,0",
    {
      id: "woocommerce:17",
      author: "Tim O.",
      text: "Solid & light",
      verified: true,
      reference: { sku: "FEN-2", productId: "45", title: "Fen Tent" },
    },
  ],
  [
    "Okendo JSON lines",
    '{"reviewId":"r1","productId":"gid://shopify/Product/555","rating":5,"title":"","body":"Warm 🔥 at night","reviewer":{"name":"Zoe Hill","email":"z@x.example"},"dateCreated":"2025-02-01T10:00:00Z","helpfulCount":7}\n{"reviewId":"r2","productId":"555","rating":4,"body":"Fine","reviewer":{"name":"Al"},"dateCreated":"2025-02-02"}',
    {
      source: "okendo",
      author: "Zoe H.",
      text: "Warm 🔥 at night",
      helpful: 7,
      reference: { productId: "555" },
    },
  ],
  [
    "JSON of an API, wrapped",
    '{"current_page":1,"reviews":[{"id":9,"body":"Pitches fast","rating":5,"product_external_id":42,"product_handle":"fen-tent","reviewer":{"name":"Sam Poe"},"verified":"buyer","created_at":"2025-05-01T12:00:00Z","published":true,"hidden":false}]}',
    { author: "Sam P.", text: "Pitches fast", verified: true, at: "2025-05-01" },
  ],
  [
    "Google's review feed",
    GOOGLE,
    {
      id: "google:41",
      author: "Jane R.",
      rating: 4.5,
      text: "Fits & feels fine.",
      reference: { sku: "FEN-2", url: "https://shop.example/products/fen-tent", title: "Fen Tent" },
    },
  ],
  [
    "generic columns, ratings out of ten, German dates",
    "Artikelnummer;Sterne;Kommentar;Datum;Autor\nFEN-2;9;Sehr gut;31.12.2024;Jörg Maß\nFEN-2;6;Geht so;1. März 2025;",
    { source: "file", author: "Jörg M.", rating: 4.5, at: "2024-12-31", reference: { sku: "FEN-2" } },
  ],
];

describe("[REV-1] review files are read in the shapes that apps export", () => {
  test.each(FORMATS)("%s", async (_, text, expected) => {
    const { reviews, result } = await read(text);
    expect(result).toMatchObject({ ok: true, summary: { rejected: [] } });
    expect(reviews[0]).toMatchObject(expected);
  });
  test("gzipped, and with columns named by a map", async () => {
    const file = gzipSync("Ware,Punkte,Meinung\nFEN-2,5,Prima Zelt\n");
    const { reviews } = await read(file, { sku: "Ware", rating: "Punkte", text: "Meinung" });
    expect(reviews).toMatchObject([{ text: "Prima Zelt", reference: { sku: "FEN-2" } }]);
  });
  test("the same row has the same id, and other rows others", async () => {
    const file = "sku,rating,body\nA,5,Good tent\nA,4,Fair tent\n";
    const ids = (await read(file)).reviews.map(({ id }) => id);
    expect((await read(file)).reviews.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
  test("what is not published is skipped, and what can't be used is rejected with the reason", async () => {
    const { reviews, result } = await read(
      "id,sku,rating,body,status,is_spam\n1,A,5,Kept,published,\n2,A,5,x,unpublished,\n3,A,5,x,pending,\n4,A,5,x,spam,\n5,A,5,x,trash,\n6,A,5,x,approved,true\n7,A,9,x,published,\n8,,5,x,published,\n9,A,5,,published,\n10,A,,x,published,\n",
    );
    expect(reviews.map(({ text }) => text)).toEqual(["Kept"]);
    expect(result).toMatchObject({
      ok: true,
      summary: {
        skipped: { unpublished: 2, "spam or deleted": 3, "no text": 1 },
        rejected: [
          { row: 8, id: "7", reason: 'no rating from 1 to 5: "9"' },
          { row: 9, id: "8", reason: "it names no product" },
          { row: 11, id: "10", reason: "no rating" },
        ],
      },
    });
  });
  test.each([
    ["", "file/empty"],
    ["<!doctype html><html></html>", "file/format"],
    ["sku,rating\nA,5\n", "file/columns"],
    ["rating,body\n5,Good\n", "file/columns"],
    ['sku,rating,body\nA,5,"never closed\n', "file/no-products"],
  ])("%j changes nothing", async (text, code) => {
    const { result, aborted } = await read(text);
    expect(result).toMatchObject({ ok: false });
    if (!result.ok && code !== "file/no-products") expect(result.error.code).toBe(code);
    expect(aborted).toBe(true);
  });
});
