/** The four facts that make a shop: asked at the first start, for a further shop, and to be changed later. */
import { useMemo } from "preact/hooks";
import type { SiteFields } from "../../api/sites.ts";
import { AreaField } from "../../parts/area-field.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { currencies, likely, locales, originsOf } from "./site-choices.ts";

/** As it is being typed. */
export interface ShopDraft {
  name: string;
  addresses: string;
  currency: string;
  locale: string;
}

export function newDraft(): ShopDraft {
  return { name: "", addresses: "", ...likely() };
}

export function draftOf({ name, origins, currency, locale }: SiteFields): ShopDraft {
  return { name, addresses: origins.join("\n"), currency, locale };
}

export function fieldsOf({ name, addresses, currency, locale }: ShopDraft): SiteFields {
  return { name: name.trim(), origins: originsOf(addresses), currency, locale };
}

export function ShopFields({ draft, onDraft }: { draft: ShopDraft; onDraft: (draft: ShopDraft) => void }) {
  const set = (change: Partial<ShopDraft>) => onDraft({ ...draft, ...change });
  const money = useMemo(currencies, []);
  const origins = originsOf(draft.addresses);
  return (
    <>
      <Field
        label="Name of the shop"
        required
        value={draft.name}
        onValue={(name) => set({ name })}
        help="The assistant says whose assistant it is."
      />
      <AreaField
        label="Where its pages are"
        required
        rows={2}
        placeholder="https://shop.example"
        value={draft.addresses}
        onValue={(addresses) => set({ addresses })}
        help={
          origins.length === 0
            ? "The address of any page of the shop; several, one a line. https://*.shop.example stands for all its subdomains."
            : `The assistant answers on ${origins.join(", ")}, and nowhere else.`
        }
      />
      <div class="field-pair">
        <Select
          label="Currency"
          value={draft.currency}
          options={money}
          onValue={(currency) => set({ currency })}
        />
        <Select
          label="Language and region"
          value={draft.locale}
          options={locales(draft.locale)}
          onValue={(locale) => set({ locale })}
        />
      </div>
    </>
  );
}
