/** An answer given once for all, or changed: what it says, what calls for it, and what it holds for. */
import { useState } from "preact/hooks";
import {
  type AnswerContent,
  type AnswerScope,
  addAnswer,
  changeAnswer,
  listCategories,
  type SavedAnswer,
  type StoredAnswer,
} from "../../api/answers.ts";
import { ApiError } from "../../api/client.ts";
import { useSession } from "../../frame/session-state.tsx";
import { AreaField } from "../../parts/area-field.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { toastError } from "../../parts/toast.tsx";
import { useResource } from "../../parts/use-resource.tsx";
import { type NamedProduct, ProductChoice } from "./product-choice.tsx";
import { BY_WORDS, nameOfTopic, SHOP_TOPICS } from "./topics.ts";

export interface AnswerDraft {
  /** The answer that is changed; null for a new one. */
  answer: StoredAnswer | null;
  content: AnswerContent;
  /** Those that may be ticked, by name. */
  products: NamedProduct[];
}

export const NEW_ANSWER: AnswerDraft = {
  answer: null,
  content: { question: "", topic: "shipping", phrases: [], about: { type: "shop" }, text: "" },
  products: [],
};

const TEXT_MAX = 500;

export function AnswerDialog({
  draft,
  onClose,
  onSaved,
}: {
  draft: AnswerDraft;
  onClose: () => void;
  onSaved: (saved: SavedAnswer) => void;
}) {
  const { site } = useSession();
  const { content, answer } = draft;
  const [question, setQuestion] = useState(content.question);
  const [text, setText] = useState(content.text);
  const [topic, setTopic] = useState(content.topic);
  const [phrases, setPhrases] = useState(content.phrases.join(", "));
  const [scope, setScope] = useState<AnswerScope["type"]>(content.about.type);
  const [category, setCategory] = useState(
    content.about.type === "category" ? content.about.category : (draft.products[0]?.kind ?? ""),
  );
  const [skus, setSkus] = useState<readonly string[]>(
    content.about.type === "products" ? content.about.skus : draft.products.map(({ sku }) => sku),
  );
  const [refused, setRefused] = useState<{ field: string; message: string } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const errorOf = (field: string) => (refused?.field === field ? refused.message : null);
  /** What is being put right is not complained of. */
  const anew =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setRefused(null);
      set(value);
    };

  const save = (event: Event) => {
    event.preventDefault();
    setSaving(true);
    setRefused(null);
    const about: AnswerScope =
      scope === "products"
        ? { type: scope, skus: [...skus] }
        : scope === "category"
          ? { type: scope, category }
          : { type: scope };
    const wanted = {
      ...{ question, topic, about, text },
      phrases: phrases.split(",").flatMap((phrase) => phrase.trim() || []),
    };
    const saving = answer === null ? addAnswer(wanted) : changeAnswer(answer.id, wanted, answer.version);
    saving.then(onSaved, (error: unknown) => {
      setSaving(false);
      const told = fieldOf(error);
      if (told) setRefused(told);
      else toastError(error);
    });
  };

  return (
    <Dialog
      title={answer === null ? "Answer a question once for all" : "Change the answer"}
      onClose={onClose}
    >
      <form class="form" onSubmit={save}>
        <Field
          label="The question, as a shopper would ask it"
          required
          value={question}
          onValue={anew(setQuestion)}
          error={errorOf("question")}
          placeholder="How long does delivery take?"
        />
        <AreaField
          label="Your answer"
          required
          rows={3}
          maxLength={TEXT_MAX}
          value={text}
          onValue={anew(setText)}
          error={errorOf("text")}
          help={
            text.trim() === ""
              ? "The agent quotes it word for word, as the words of the shop."
              : `The agent will say: ${site.name} says: “${text.trim()}”`
          }
        />
        <Select
          label="It answers questions about"
          value={topic}
          options={topicsWith(content.topic)}
          onValue={anew(setTopic)}
        />
        <Field
          label={BY_WORDS.has(topic) ? "Words that call for it" : "Only where these words are said"}
          required={BY_WORDS.has(topic)}
          value={phrases}
          onValue={anew(setPhrases)}
          error={errorOf("phrases")}
          placeholder={
            BY_WORDS.has(topic) ? "gift wrap, wrapped as a present" : "Leave empty for all of these questions"
          }
          help="Commas part one way of asking from the next. Endings don't matter: “wrap” is found in “wrapping”."
        />
        <fieldset class="checks">
          <legend>It holds for</legend>
          {SCOPES.map(({ value, name }) => (
            <label key={value}>
              <input type="radio" name="scope" checked={scope === value} onChange={() => setScope(value)} />
              {name}
            </label>
          ))}
        </fieldset>
        {scope === "category" && (
          <CategoryChoice value={category} onValue={anew(setCategory)} error={errorOf("about")} />
        )}
        {scope === "products" && (
          <ProductChoice named={draft.products} skus={skus} onSkus={anew(setSkus)} error={errorOf("about")} />
        )}
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={
              isSaving ||
              (scope === "products" && skus.length === 0) ||
              (scope === "category" && category === "")
            }
          >
            {isSaving ? "Saving…" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const SCOPES = [
  { value: "shop", name: "The whole shop" },
  { value: "category", name: "A category" },
  { value: "products", name: "Some products" },
] as const;

function CategoryChoice({
  value,
  onValue,
  error,
}: {
  value: string;
  onValue: (category: string) => void;
  error: string | null;
}) {
  const { data } = useResource("categories", listCategories);
  const known = (data ?? []).map(({ category, products }) => ({
    value: category,
    name: `${category} (${products.toLocaleString()})`,
  }));
  const isKnown = known.some((one) => one.value === value);
  const own = isKnown ? [] : [{ value, name: value === "" ? "Choose…" : value }];
  return (
    <>
      <Select label="Category" value={value} options={[...own, ...known]} onValue={onValue} />
      {error && <p class="field-error">{error}</p>}
    </>
  );
}

/** The shop's terms, the topic that the question was heard with, and those that are known by their words. */
function topicsWith(own: string): { value: string; name: string }[] {
  const further = BY_WORDS.has(own) || SHOP_TOPICS.some(({ value }) => value === own) ? [] : [own];
  return [
    ...SHOP_TOPICS,
    ...further.map((value) => ({ value, name: nameOfTopic(value) })),
    // Whichever of the two it is, the words decide.
    { value: BY_WORDS.has(own) ? own : "other", name: "Something else" },
  ];
}

/** "text: it asks something" is told at the field. */
function fieldOf(error: unknown): { field: string; message: string } | null {
  if (!(error instanceof ApiError) || error.code !== "payload/invalid") return null;
  const [, field, message] = /^(question|text|phrases|about)[.\w]*: ([\s\S]+)$/.exec(error.message) ?? [];
  return field && message ? { field, message: message.charAt(0).toUpperCase() + message.slice(1) } : null;
}
