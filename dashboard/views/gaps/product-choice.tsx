import { useState } from "preact/hooks";
import { titleOfSku } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";

export interface NamedProduct {
  sku: string;
  title: string;
  /** Its narrowest category. */
  kind?: string | undefined;
}

/** Products to tick: those that the question came up with, and any other by its number. */
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
  const [sku, setSku] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const listed = [...named, ...further];
  const add = () => {
    const wanted = sku.trim();
    if (wanted === "") return;
    titleOfSku(wanted).then(
      (title) => {
        if (!listed.some((one) => one.sku === wanted)) setFurther([...further, { sku: wanted, title }]);
        onSkus([...new Set([...skus, wanted])]);
        setSku("");
        setMissing(null);
      },
      () => setMissing(`Your catalog has no product with the number ${wanted}.`),
    );
  };
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
      <div class="product-add">
        <Field
          label="Another product, by its number (SKU)"
          value={sku}
          onValue={setSku}
          error={missing ?? error}
        />
        <Button onClick={add} disabled={sku.trim() === ""}>
          Add
        </Button>
      </div>
    </div>
  );
}
