/** What the assistant can speak of: the products, how they come in, and what came of it. */
import { useLocation } from "preact-iso/router";
import { countProducts, listImports } from "../../api/catalog.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
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
  const refresh = () => {
    counts.reload();
    imports.reload();
  };
  return (
    <>
      <PageHead title="Catalog" about="The assistant says nothing of a product that does not stand here." />
      <div class="catalog">
        {imports.data && <HeldImports imports={imports.data} onDecided={refresh} />}
        <ImportFile onImported={refresh} />
        <div class="catalog-tabs">
          <Segments
            label="What to look at"
            value={tab}
            options={TABS}
            onValue={(value) => route(value === "products" ? path : `${path}?tab=${value}`, true)}
          />
        </div>
        {tab === "products" && <Loaded resource={counts}>{(found) => <Products counts={found} />}</Loaded>}
        {tab === "imports" && <Imports imports={imports} />}
        {tab === "feed" && <Feed onPulled={refresh} />}
      </div>
    </>
  );
}
