/** What the assistant can speak of: the products, how they come in, and what came of it. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { countProducts, listImports } from "../../api/catalog.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { useResource } from "../../parts/use-resource.tsx";
import { Feed } from "./feed.tsx";
import { ImportFile } from "./import-file.tsx";
import { HeldImports, Imports } from "./imports.tsx";
import { Products } from "./products.tsx";
import "./catalog.css";

const TABS = [
  { value: "products", name: "Products" },
  { value: "imports", name: "Imports" },
  { value: "feed", name: "Feed" },
] as const;

export default function Catalog() {
  const { query, path, route } = useLocation();
  const tab = TABS.find(({ value }) => value === query.tab)?.value ?? "products";
  const counts = useResource("counts", countProducts);
  const imports = useResource("imports", listImports);
  /** A file that waited has come to its end, whatever it was. */
  const [round, setRound] = useState(0);
  const [changes, setChanges] = useState(0);
  const refresh = () => {
    setChanges((count) => count + 1);
    counts.reload();
    imports.reload();
  };
  return (
    <>
      <PageHead title="Catalog" about="The assistant says nothing of a product that does not stand here." />
      <div class="catalog">
        {imports.data && (
          <HeldImports
            imports={imports.data}
            onDecided={() => {
              refresh();
              setRound(round + 1);
            }}
          />
        )}
        <ImportFile key={round} onImported={refresh} />
        <div class="catalog-tabs">
          <Segments
            label="What to look at"
            value={tab}
            options={TABS}
            onValue={(value) => route(value === "products" ? path : `${path}?tab=${value}`, true)}
          />
        </div>
        {tab === "products" && <Products counts={counts.data} version={changes} />}
        {tab === "imports" && <Imports imports={imports} />}
        {tab === "feed" && <Feed onPulled={refresh} />}
      </div>
    </>
  );
}
