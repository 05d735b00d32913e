/** The products as the assistant knows them: what it may say of each stands here. */
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { listProducts, type ProductCounts, type ProductRecord } from "../../api/catalog.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { tellCount, tellMoney } from "../../parts/format.ts";
import { Segments } from "../../parts/segments.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";

const TYPING_MS = 250;

/** @param version another one, when the catalog may be another. */
export function Products({ counts, version }: { counts: ProductCounts | null; version: number }) {
  const { query, path, route } = useLocation();
  const { query: words = "", shown = "visible" } = query;
  const [typed, setTyped] = useState(words);
  const go = (change: Record<string, string>) => {
    const wanted = Object.entries({ ...query, ...change }).filter(([, value]) => value !== "");
    route(`${path}${wanted.length === 0 ? "" : `?${new URLSearchParams(wanted)}`}`, true);
  };
  useEffect(() => {
    if (typed === words) return;
    const timer = setTimeout(() => go({ query: typed }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const hidden = shown === "hidden";
  return (
    <section class="card" aria-label="Products">
      <div class="card-body products-head">
        <Field
          label="Search the products"
          type="search"
          value={typed}
          onValue={setTyped}
          placeholder="A title, brand or number"
        />
        <Segments
          label="Which products"
          value={hidden ? "hidden" : "visible"}
          options={[
            { value: "visible", name: counts ? `Shown (${tellCount(counts.visible)})` : "Shown" },
            { value: "hidden", name: counts ? `Hidden (${tellCount(counts.hidden)})` : "Hidden" },
          ]}
          onValue={(value) => go({ shown: value === "visible" ? "" : value })}
        />
      </div>
      <Found key={`${words} ${hidden} ${version}`} query={words} hidden={hidden} />
    </section>
  );
}

function Found({ query, hidden }: { query: string; hidden: boolean }) {
  const page = useResource(`${query} ${hidden}`, (signal) =>
    listProducts({ query, hidden, after: "" }, signal),
  );
  const [more, setMore] = useState<{ products: ProductRecord[]; next: string | null } | null>(null);
  return (
    <Loaded resource={page}>
      {(first) => {
        const next = more === null ? first.next : more.next;
        const products = [...first.products, ...(more?.products ?? [])];
        const load = (after: string) =>
          listProducts({ query, hidden, after }, new AbortController().signal).then((found) => {
            setMore({ products: [...(more?.products ?? []), ...found.products], next: found.next });
          }, toastError);
        if (products.length === 0)
          return (
            <div class="card-body">
              <EmptyState title={query === "" ? "There are none" : `No product has “${query}”`}>
                <p>
                  {query === ""
                    ? hidden
                      ? "Every product of the catalog is shown to shoppers."
                      : "Import a file, and the products that shoppers are shown are listed here."
                    : "Every word has to stand in the title, the brand, the number or the categories."}
                </p>
              </EmptyState>
            </div>
          );
        return (
          <>
            <ul class="products">
              {products.map((product) => (
                <Product key={product.sku} product={product} />
              ))}
            </ul>
            {next !== null && (
              <div class="card-body">
                <Button onClick={() => load(next)}>Show more</Button>
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Product({ product }: { product: ProductRecord }) {
  const { sku, title, imageUrl, price, was, inStock, hidden, brand, categories } = product;
  return (
    <li>
      <details class="product">
        <summary>
          <span class="product-picture">
            {imageUrl?.startsWith("https:") && (
              <img
                src={imageUrl}
                alt=""
                loading="lazy"
                width="40"
                height="40"
                onError={(event) => event.currentTarget.remove()}
              />
            )}
          </span>
          <span class="product-name">
            <span>{title}</span>
            <span class="small faint">
              {[sku, brand, categories.join(" › ")].filter((part) => part).join(" · ")}
            </span>
          </span>
          {hidden !== null ? (
            <span class="badge badge-warn">{hidden}</span>
          ) : (
            !inStock && <span class="badge">Sold out</span>
          )}
          <span class="product-price">
            {price ? tellMoney(price.minor, price.currency) : "No price"}
            {was && <s class="small faint">{tellMoney(was.minor, was.currency)}</s>}
          </span>
        </summary>
        <Facts product={product} />
      </details>
    </li>
  );
}

/** What has several values stands once. `from`: which of the product's texts it was read from, where that is one. */
function byName(attributes: ProductRecord["attributes"]) {
  const found = new Map<string, { name: string; values: string[]; from: string | undefined }>();
  for (const { name, value, from } of attributes) {
    const known = found.get(name);
    if (known) known.values.push(value);
    else found.set(name, { name, values: [value], from });
  }
  return [...found.values()];
}

function Facts({
  product: { attributes, description, tags, variants, rating, url },
}: {
  product: ProductRecord;
}) {
  return (
    <div class="product-facts">
      {attributes.length === 0 ? (
        <p class="small soft">
          It has no properties, so the assistant cannot answer what it is made of or how large it is. Columns
          for them help.
        </p>
      ) : (
        <dl class="properties">
          {byName(attributes).map(({ name, values, from }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {values.join(", ")}
                {from && <span class="small faint"> from the {from}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {description !== "" && <p class="small soft product-description">{description}</p>}
      <p class="small faint">
        {[
          rating && `${rating.value} of 5 by ${tellCount(rating.count)}`,
          variants.length > 0 && `${tellCount(variants.length)} variants`,
          tags.length > 0 && `Tags: ${tags.join(", ")}`,
        ]
          .filter((part) => part)
          .join(" · ")}{" "}
        {/^https?:/.test(url) && (
          <a href={url} target="_blank" rel="noreferrer">
            Its page in the shop
          </a>
        )}
      </p>
    </div>
  );
}
