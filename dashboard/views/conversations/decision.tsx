/** Everything a decision record holds, in the order in which it came about. */
import type { ComponentChildren } from "preact";
import type { AgentTurn, ConversationRecord } from "../../api/conversations.ts";
import { counted, nameOf, percent } from "../../parts/words.ts";
import { describeEvidence, describeStatement } from "./describe-claim.ts";
import { Facts } from "./facts.tsx";
import { Steps } from "./steps.tsx";
import type { TitleOf } from "./titles.ts";

interface DecisionProps {
  turn: AgentTurn;
  record: ConversationRecord;
  titleOf: TitleOf;
}

export function Decision({ turn, record, titleOf }: DecisionProps) {
  const { decision } = turn;
  return (
    <div class="decision-body">
      <Facts
        facts={[
          ["Answers", answered(turn, record)],
          ["Because", decision.reasons],
          ["Expects next", decision.expects ?? []],
          [
            "Success held likely",
            decision.expectedSuccess === undefined
              ? []
              : [`in ${percent(decision.expectedSuccess, 0)} of such talks`],
          ],
          ["Policy", [`${decision.policy} ${decision.policyVersion}`]],
        ]}
      />
      <Steps decision={decision} />
      <Claims turn={turn} titleOf={titleOf} />
      <Guard turn={turn} />
      <Facts facts={[...standpoint(turn, titleOf), ...ledgerFacts(turn, record), ...voiceFacts(turn)]} />
    </div>
  );
}

function answered({ respondsTo }: AgentTurn, { turns }: ConversationRecord): string[] {
  if (respondsTo.type !== "messages") return [NO_MESSAGE[respondsTo.type]];
  return respondsTo.ids.map((id) => {
    const message = turns.find((turn) => turn.speaker === "shopper" && turn.messageId === id);
    return message ? `“${message.text}”` : "A message that is not there any more";
  });
}

const NO_MESSAGE = {
  opening: "Nothing yet: it opens the conversation",
  silence: "The shopper's silence",
  page: "What the page showed",
};

function Claims({ turn, titleOf }: { turn: AgentTurn; titleOf: TitleOf }) {
  return (
    <Part title="Claims and their evidence">
      {turn.claims.length === 0 ? (
        <p class="faint">It states no fact.</p>
      ) : (
        <ul class="claims">
          {turn.claims.map(({ id, statement, evidence }) => (
            <li key={id} class="claim">
              <span>{describeStatement(statement, titleOf)}</span>
              {evidence.map((one, index) => (
                <span key={index} class="faint">
                  {describeEvidence(one, titleOf)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Guard({ turn: { guard } }: { turn: AgentTurn }) {
  return (
    <Part title="Guard">
      {guard.length === 0 ? (
        <p class="faint">Every sentence passed.</p>
      ) : (
        <ul class="claims">
          {guard.map(({ text, verdict, why }) => (
            <li key={text} class="claim">
              <del>{text}</del>
              <span class="faint">
                Stopped as {verdict}: {why}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function standpoint({ stance, anticipates, redirection, invitation }: AgentTurn, titleOf: TitleOf): Fact[] {
  const over = stance?.over ? ` over ${titleOf(stance.over)}` : "";
  return [
    ["Stands for", stance ? [`${titleOf(stance.sku)}${over}, for its ${stance.because.join(", ")}`] : []],
    ["Anticipates", anticipates ? [`${nameOf(anticipates.objection)}: ${anticipates.detail}`] : []],
    ["Redirects by", redirection ? [redirectionWords(redirection)] : []],
    [
      "Hands over by",
      invitation ? [`${nameOf(invitation.kind)}${invitation.text ? `: “${invitation.text}”` : ""}`] : [],
    ],
  ];
}

/** The redirection's own fields say what it was; their names are the dialogue's. */
function redirectionWords(redirection: NonNullable<AgentTurn["redirection"]>): string {
  return Object.values(redirection)
    .filter((value) => typeof value === "string")
    .map((value) => value.replaceAll("-", " "))
    .join(", ");
}

function ledgerFacts(
  { settled, returnsTo = [], gaps = [] }: AgentTurn,
  { ledger }: ConversationRecord,
): Fact[] {
  const question = (id: string) => ledger.find((entry) => entry.id === id);
  return [
    [
      "Settles",
      settled.map(
        ({ questionId, status }) =>
          `${question(questionId)?.about ?? questionId}: ${status.replace("-", " ")}`,
      ),
    ],
    ["Comes back to", returnsTo.map((id) => question(id)?.text ?? id)],
    ["Content gap", gaps.map(({ topic, value }) => [topic, value].filter(Boolean).join(": "))],
  ];
}

function voiceFacts({ voice, voicing }: AgentTurn): Fact[] {
  if (!voicing) return [["Voice", [`${nameOf(voice)}, without a model`]]];
  const { model, endpoint, prompt, promptTokens, cachedTokens, completionTokens, isEstimated } = voicing;
  const about = isEstimated ? "about " : "";
  return [
    ["Voice", [`${model} at ${endpoint}, prompt ${prompt}`]],
    [
      "Tokens",
      [
        `${about}${counted(promptTokens, "token")} in (${cachedTokens.toLocaleString()} cached), ${completionTokens.toLocaleString()} out`,
      ],
    ],
    ["Cost", voicing.costUsd === undefined ? [] : [`${about}${tellDollars(voicing.costUsd)}`]],
    [
      "Time",
      [
        `${voicing.firstSentenceMs === null ? "no sentence" : `first sentence after ${voicing.firstSentenceMs.toLocaleString()} ms`}, ${voicing.totalMs.toLocaleString()} ms in all`,
      ],
    ],
    ["Trouble", voicing.trouble === null ? [] : [voicing.trouble]],
  ];
}

/** A turn costs fractions of a cent. */
function tellDollars(amount: number): string {
  return amount.toLocaleString("en", {
    ...{ style: "currency", currency: "USD" },
    maximumSignificantDigits: amount < 0.01 ? 2 : 3,
  });
}

type Fact = readonly [string, readonly string[]];

export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="decision-part small">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
