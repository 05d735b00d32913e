/** Writes every picture into a folder, for looking at them: `npx tsx demo/draw-images.ts FOLDER`. The storefront draws on request. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { drawProduct, imageAddress } from "./drawing/draw-product.ts";
import { STOCK } from "./products/stock.ts";

const [, , folder] = process.argv;
if (folder === undefined) {
  console.error("usage: tsx demo/draw-images.ts FOLDER");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const goods of STOCK) {
  for (const colour of goods.colours) {
    const isFirst = colour === goods.colours[0];
    const address = imageAddress(goods.sku, isFirst ? undefined : colour);
    writeFileSync(
      join(folder, basename(address)),
      drawProduct(goods.drawing, colour, goods.sku, goods.drawnAt),
    );
  }
}
