import { Select } from "../../parts/field.tsx";
import { locales } from "../setup/site-choices.ts";
import { Card, type CardProps, problemAt } from "./card.tsx";

const AMOUNT = 1234.5;

export function LanguageCard({ draft, set, problems }: CardProps) {
  const problem = problemAt(problems, "locale");
  return (
    <Card title="Language" about="How it writes figures, and which languages it can hold a talk in.">
      <Select
        label="Language and region of the shop"
        value={draft.locale}
        options={locales(draft.locale)}
        onValue={(locale) => set({ locale })}
      />
      {problem && <p class="field-error">{problem}</p>}
      <ul class="agent-facts small">
        <li>
          Prices and figures are written as there: <strong>{written(AMOUNT, draft.locale)}</strong>. This does
          not change the language of its words.
        </li>
        <li>
          <strong>By itself it speaks English.</strong> A message in another language it recognises: it takes
          up names, figures, prices and the commonest words for goods and colours, and says that it writes
          only English.
        </li>
        <li>
          <strong>With a language model</strong> it answers in the shopper's own language: its words are
          translated, and a translation that changes a figure or a name is not said. Its first words, before a
          shopper has written, stay English.
        </li>
      </ul>
    </Card>
  );
}

function written(amount: number, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
  } catch {
    return String(amount);
  }
}
