/**
 * A page that stands for the shop: some of its products, and the real widget as the script tag brings it. It runs in a frame of the
 * dashboard; `?site=` is the site's key, `?overture-preview=` the ticket by which the widget is let in here.
 */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { listProducts, type ProductRecord } from "../api/catalog.ts";
import { tellMoney } from "../parts/format.ts";
import { forgetOwnMemory, keepOwnMemory } from "./own-memory.ts";
import "../styles/tokens.css";
import "../styles/base.css";
import "./try.css";

const query = new URLSearchParams(location.search);
const SHOWN = 8;

function Shop() {
  const [products, setProducts] = useState<ProductRecord[] | null>(null);
  const [sku, setSku] = useState<string | null>(skuInAddress);
  useEffect(() => {
    listProducts({ query: "", hidden: false, after: "" }, new AbortController().signal).then(
      (page) => setProducts(page.products),
      () => setProducts([]),
    );
    const onMove = () => setSku(skuInAddress());
    addEventListener("popstate", onMove);
    return () => removeEventListener("popstate", onMove);
  }, []);
  // The widget notices by the address that another page is shown, as in any shop that never loads one anew.
  const look = (wanted: string | null) => {
    const address = new URL(location.href);
    if (wanted === null) address.searchParams.delete("product");
    else address.searchParams.set("product", wanted);
    history.pushState(null, "", address);
    setSku(wanted);
  };
  const seen = products?.find((product) => product.sku === sku);
  useEffect(() => {
    document.title = seen?.title ?? "Your shop";
  }, [seen]);
  if (products === null) return null;
  if (seen) return <ProductPage product={seen} onBack={() => look(null)} />;
  return (
    <main>
      <h1>Your shop</h1>
      {products.length === 0 ? (
        <p class="soft">There are no products yet. Import the catalog, and some of them stand here.</p>
      ) : (
        <>
          <p class="soft small">
            A page with some of your products. Open one, and the assistant knows which.
          </p>
          <ul class="shelf">
            {withPictures(products).map((product) => (
              <li key={product.sku}>
                <button type="button" onClick={() => look(product.sku)}>
                  <Picture product={product} />
                  <span class="shelf-title">{product.title}</span>
                  <span class="soft small">{tellPrice(product)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function skuInAddress(): string | null {
  return new URLSearchParams(location.search).get("product");
}

function ProductPage({ product, onBack }: { product: ProductRecord; onBack: () => void }) {
  return (
    <main>
      {/* As a shop's page says of itself which product it shows. */}
      <script type="application/ld+json">
        {JSON.stringify({ "@type": "Product", sku: product.sku, name: product.title })}
      </script>
      <button type="button" class="back" onClick={onBack}>
        ‹ Your shop
      </button>
      <div class="one-product">
        <Picture product={product} />
        <div>
          <h1>{product.title}</h1>
          <p class="price">{tellPrice(product)}</p>
          <p class="soft one-description">{product.description}</p>
        </div>
      </div>
    </main>
  );
}

function Picture({ product: { imageUrl } }: { product: ProductRecord }) {
  return (
    <span class="picture">
      {imageUrl?.startsWith("https:") && (
        <img src={imageUrl} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />
      )}
    </span>
  );
}

/** Those with a picture first: a shop shows its products. */
function withPictures(products: ProductRecord[]): ProductRecord[] {
  return [...products]
    .sort((one, other) => Number(other.imageUrl !== null) - Number(one.imageUrl !== null))
    .slice(0, SHOWN);
}

function tellPrice({ price }: ProductRecord): string {
  return price ? tellMoney(price.minor, price.currency) : "";
}

/** As on the shop's pages, but open. */
function addScriptTag(site: string): void {
  const tag = document.createElement("script");
  tag.async = true;
  tag.src = "/widget.js";
  tag.dataset.site = site;
  tag.dataset.open = "";
  document.body.append(tag);
}

keepOwnMemory();
if (query.has("anew")) forgetOwnMemory();
render(<Shop />, document.getElementById("shop") ?? document.body);
const site = query.get("site");
if (site) addScriptTag(site);
