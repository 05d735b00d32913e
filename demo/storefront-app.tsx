/** @jsxImportSource hono/jsx */
import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { drawProduct, imageAddress } from "./drawing/draw-product.ts";
import { drawHero } from "./drawing/hero.ts";
import { STOCK } from "./products/stock.ts";
import { AboutPage } from "./storefront/about-page.tsx";
import { CartPage } from "./storefront/cart-page.tsx";
import { DepartmentPage } from "./storefront/department-page.tsx";
import { findDepartment, findGoods, readFilter, searchGoods } from "./storefront/find-goods.ts";
import { HomePage } from "./storefront/home-page.tsx";
import { type Embed, Layout } from "./storefront/layout.tsx";
import { MissingPage } from "./storefront/missing-page.tsx";
import { ProductPage } from "./storefront/product-page.tsx";
import { SearchPage } from "./storefront/search-page.tsx";

export interface StorefrontOptions {
  /** The site's public key, "pk_…". */
  siteKey: string;
  /** Where the widget comes from; the server's own by default. */
  widgetSrc?: string;
}

const STYLES = readFileSync(new URL("./storefront/shop.css", import.meta.url), "utf8");
const SCRIPT = readFileSync(new URL("./storefront/shop.js", import.meta.url), "utf8");

/**
 * The shop Tarn & Tram, to be mounted at `/demo`. Its pages know one thing of Overture: the embed snippet, and its
 * script the documented calls. All addresses
 * are relative to the root, so that it works under any host and port.
 */
export function createStorefront({ siteKey, widgetSrc = "/widget.js" }: StorefrontOptions): Hono {
  const pictures = drawPictures();
  const show = (
    context: Context,
    title: string,
    page: Child,
    embed: Partial<Embed> = {},
    status: 200 | 404 = 200,
  ) =>
    context.html(
      <Layout title={title} embed={{ siteKey, widgetSrc, ...embed }} path={context.req.path}>
        {page}
      </Layout>,
      status,
    );
  const home = (context: Context) =>
    show(context, "Tarn & Tram: goods for the trail and the 8:14", <HomePage />);
  const missing = (context: Context) => show(context, "Not here", <MissingPage />, {}, 404);

  const shop = new Hono();
  shop.use(async (context, next) => {
    await next();
    // A doctype is what JSX cannot write; without it browsers lay the page out as they did in 1998.
    if (!context.res.headers.get("content-type")?.startsWith("text/html")) return;
    const page = await context.res.text();
    context.res = new Response(`<!doctype html>${page}`, context.res);
  });
  shop.get("/", home);
  shop.get("/departments/:department/:shelf?", (context) => {
    const department = findDepartment(context.req.param("department"), context.req.param("shelf"));
    if (department === null) return missing(context);
    const filter = readFilter(context.req.query());
    return show(context, department.name, <DepartmentPage department={department} filter={filter} />);
  });
  shop.get("/products/:slug", (context) => {
    const goods = findGoods(context.req.param("slug"));
    return goods === null
      ? missing(context)
      : show(context, goods.title, <ProductPage goods={goods} />, { sku: goods.sku });
  });
  shop.get("/search", (context) => {
    const query = context.req.query("q")?.trim() ?? "";
    return show(
      context,
      query === "" ? "Search" : `Search: ${query}`,
      <SearchPage query={query} found={searchGoods(query)} />,
    );
  });
  shop.get("/cart", (context) => show(context, "Your cart", <CartPage />));
  shop.get("/about", (context) => show(context, "About us", <AboutPage />));
  shop.get("/shop.css", (context) => context.body(STYLES, 200, file("text/css; charset=utf-8")));
  shop.get("/shop.js", (context) => context.body(SCRIPT, 200, file("text/javascript; charset=utf-8")));
  shop.get("/images/:file", (context) => {
    const draw = pictures.get(context.req.param("file"));
    return draw === undefined ? missing(context) : context.body(draw(), 200, file("image/svg+xml"));
  });
  // Mounted at /demo, "/demo/" arrives here and not at "/".
  shop.get("/*", (context) => (/^\/[^/]*\/$/.test(context.req.path) ? home(context) : missing(context)));
  return shop;
}

const file = (type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "public, max-age=600",
});

/** Every picture by its file name, drawn when it is first asked for. */
function drawPictures(): Map<string, () => string> {
  const pictures = new Map<string, () => string>([["hero.svg", drawHero]]);
  for (const goods of STOCK) {
    for (const colour of goods.colours) {
      const draw = () => drawProduct(goods.drawing, colour, goods.sku, goods.drawnAt);
      pictures.set(fileOf(imageAddress(goods.sku, colour)), draw);
      if (colour === goods.colours[0]) pictures.set(fileOf(imageAddress(goods.sku)), draw);
    }
  }
  return pictures;
}

const fileOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);
