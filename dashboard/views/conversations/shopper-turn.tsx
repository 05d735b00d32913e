import type { ShopperTurn } from "../../api/conversations.ts";
import { fullTime, nameOf } from "../../parts/words.ts";
import { Facts } from "./facts.tsx";
import type { TitleOf } from "./titles.ts";
import { TurnHead } from "./turn-head.tsx";

type Understood = NonNullable<ShopperTurn["understanding"]>;
type Wish = Understood["preferences"][number];

/** What the shopper wrote, and what was made of it. */
export function ShopperTurnView({
  turn,
  titleOf,
  answeredBy,
}: {
  turn: ShopperTurn;
  titleOf: TitleOf;
  /** The person who answered it, or is to; null where it is the agent's to take up. */
  answeredBy: string | null;
}) {
  return (
    <article class="bubble bubble-shopper" aria-label={`The shopper, ${fullTime(turn.at)}`}>
      <TurnHead who="Shopper" at={turn.at} seq={turn.seq} />
      <p class="bubble-text">{turn.text}</p>
      {turn.understanding ? (
        <details class="decision">
          <summary>Understood as {turn.understanding.acts.map(actName).join(", ")}</summary>
          <Understanding understood={turn.understanding} titleOf={titleOf} />
        </details>
      ) : (
        answeredBy === null && <p class="small faint">No turn has taken this up.</p>
      )}
    </article>
  );
}

function Understanding({ understood, titleOf }: { understood: Understood; titleOf: TitleOf }) {
  const { preferences, critiques, questions, references, objections = [], unclear, restated } = understood;
  return (
    <Facts
      facts={[
        ["Wishes", preferences.map(wish)],
        [
          "Critiques",
          critiques.map(({ attribute, direction, value }) => `${attribute}: ${value ?? direction}`),
        ],
        ["Objections", objections.map(({ about, said }) => `${about}: “${said}”`)],
        ["Questions", questions.map(({ about, text }) => `On ${about}: “${text}”`)],
        [
          "Refers to",
          references.map(
            ({ text, skus }) => `“${text}”: ${skus.map(titleOf).join(", ") || "nothing that was found"}`,
          ),
        ],
        ["Mood", [`${nameOf(understood.sentiment)}, language ${understood.language}`]],
        ["Not understood", unclear.map((part) => `“${part}”`)],
        [
          "A model put it as",
          restated ? [`“${restated.english}” (${restated.model}, ${restated.ms} ms)`] : [],
        ],
      ]}
    />
  );
}

function wish({ attribute, operator, value, unit, polarity, firmness }: Wish): string {
  const amount = Array.isArray(value) ? value.join(" to ") : (value ?? "");
  const how = operator === "is" ? "" : `${operator.replace("-", " ")} `;
  const no = polarity === "negative" ? "not " : "";
  return `${attribute}: ${no}${how}${amount}${unit ? ` ${unit}` : ""}${firmness === "prefer" ? " (if possible)" : ""}`;
}

function actName(act: string): string {
  return act.replaceAll("-", " ");
}
