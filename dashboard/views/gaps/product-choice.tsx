import { useEffect, useState } from "preact/hooks";
import { listProducts } from "../../api/catalog.ts";
import { Field } from "../../parts/field.tsx";
import { useResource } from "../../parts/use-resource.tsx";

export interface NamedProduct {
  sku: string;
  title: string;
  /** Its narrowest category. */
  kind?: string | undefined;
}

/** Products to tick: those that the question came up with, and whichever others are looked for. */
export function ProductChoice({
  named,
  skus,
  onSkus,
  error,
}: {
  named: readonly NamedProduct[];
  skus: readonly string[];
  onSkus: (skus: string[]) => void;
  error: string | null;
}) {
  const [further, setFurther] = useState<NamedProduct[]>([]);
  const listed = [...named, ...further];
  return (
    <div class="product-choice">
      {listed.length > 0 && (
        <fieldset class="checks">
          <legend class="visually-hidden">Products</legend>
          {listed.map((product) => (
            <label key={product.sku}>
              <input
                type="checkbox"
                checked={skus.includes(product.sku)}
                onChange={(event) =>
                  onSkus(
                    event.currentTarget.checked
                      ? [...skus, product.sku]
                      : skus.filter((one) => one !== product.sku),
                  )
                }
              />
              <span>
                {product.title} <span class="small faint">{product.sku}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <ProductSearch
        without={listed.map(({ sku }) => sku)}
        error={error}
        onChosen={(product) => {
          setFurther([...further, product]);
          onSkus([...skus, product.sku]);
        }}
      />
    </div>
  );
}

const PAUSE_MS = 200;
const OFFERED_MAX = 5;

function ProductSearch({
  without,
  error,
  onChosen,
}: {
  without: readonly string[];
  error: string | null;
  onChosen: (product: NamedProduct) => void;
}) {
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useResource(query, async (signal) =>
    query === "" ? [] : (await listProducts({ query, hidden: false, after: "" }, signal)).products,
  );
  const offered = (data ?? []).filter(({ sku }) => !without.includes(sku)).slice(0, OFFERED_MAX);
  const isNone = query !== "" && data !== null && offered.length === 0;
  return (
    <div>
      <Field
        type="search"
        label="Add a product"
        placeholder="Its name or number"
        value={typed}
        onValue={setTyped}
        error={error}
        help={isNone ? "Your catalog has no further product of that name." : undefined}
      />
      {offered.length > 0 && (
        <ul class="product-offers" aria-label="Products found">
          {offered.map(({ sku, title }) => (
            <li key={sku}>
              <button
                type="button"
                onClick={() => {
                  onChosen({ sku, title });
                  setTyped("");
                  setQuery("");
                }}
              >
                {title} <span class="small faint">{sku}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
