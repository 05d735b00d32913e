/** A plan to sentences. Pure: the same plan, context and chance give the same words. */
import { NAMES_MACHINE, ownSentences } from "../dialogue/own-words.ts";
import type { Content, Persona, PhrasedSentence, TurnPlan } from "../plan/turn-plan.ts";
import type { VoiceContext } from "../turn/ports.ts";
import { answers } from "./contents/answers.ts";
import { closings } from "./contents/closings.ts";
import { extremes } from "./contents/extremes.ts";
import { initiative } from "./contents/initiative.ts";
import { objections } from "./contents/objections.ts";
import { introduce, openings } from "./contents/openings.ts";
import { people } from "./contents/people.ts";
import { inviteChoice, inviteReaction, questions, WHAT_ELSE } from "./contents/questions.ts";
import { recommendations } from "./contents/recommendations.ts";
import { relayedAnswers } from "./contents/relay-answer.ts";
import { returning } from "./contents/returning.ts";
import { uptake } from "./contents/uptake.ts";
import { welcomeBack } from "./contents/welcome-back.ts";
import type { OnFrame, Words } from "./frames.ts";
import {
  type ContentOf,
  type ContentType,
  createScene,
  type Ending,
  type FormatMoney,
  type Phrasers,
  type Scene,
} from "./scene.ts";

const PHRASERS: Phrasers<ContentType> = {
  ...openings,
  ...people,
  ...welcomeBack,
  ...questions,
  ...uptake,
  ...recommendations,
  ...extremes,
  ...answers,
  ...relayedAnswers,
  ...objections,
  ...closings,
  ...initiative,
  ...returning,
};

/** Contents whose own words invite. Any other, when the plan has it invite, gets a sentence that does. */
const INVITING_TYPES: ReadonlySet<ContentType> = new Set<ContentType>([
  "offer-narrowing",
  "offer-details",
  "offer-alternatives",
  "offer-comparison",
  "offer-person",
  "ask-attribute",
  "ask-category",
  "ask-budget",
  "ask-usage",
  "ask-experience",
  "ask-assumed",
  "ask-choice",
  "ask-what-else",
  "confirm-preferences",
  "ease-question",
  "notice-weighing",
  "notice-cart",
  "name-departments",
  "contrast-pair",
  "sum-up",
  "offer-relaxing",
  "graceful-end",
  "ask-go-on",
  "not-understood",
  "relax",
]);

export function phraseTurn(
  plan: TurnPlan,
  context: VoiceContext,
  formatMoney: FormatMoney,
  onFrame?: OnFrame,
): PhrasedSentence[] {
  const { scene, setEnding } = createScene(plan, soberly(plan, context), formatMoney, onFrame);
  const planned = plan.moves.flatMap((move) => move.contents);
  const types = new Set(planned.map((content) => content.type));
  const introduces = types.has("greet") && types.has("disclose-ai");
  const greeting = ownGreeting(planned, context.persona);
  const sentences = plan.moves.flatMap((move, index) => {
    const contents = withIntroduction(move.contents, { introduces, greeting });
    return contents.flatMap((content, place) => {
      const isInvitation = plan.invitation?.move === index && place === contents.length - 1;
      setEnding(isInvitation ? endingOf(plan) : "plain");
      return phraseContent(content, scene).map(
        ({ text, claims, verbatim }): PhrasedSentence => ({
          ...{ text, move: index, claims },
          ...(verbatim && { verbatim }),
        }),
      );
    });
  });
  return context.persona.emoji ? withEmoji(sentences, plan, context) : sentences;
}

/** Who is upset is in no mood for jokes. */
function soberly(plan: TurnPlan, context: VoiceContext): VoiceContext {
  const contents = plan.moves.flatMap((move) => move.contents);
  const isGrave = contents.some((content) => content.type === "apologise" || isUpset(content));
  if (context.persona.tone !== "playful" || !isGrave) return context;
  return { ...context, persona: { ...context.persona, tone: "warm" } };
}

type Introduction =
  | { type: "introduction"; returning: boolean }
  /** In the merchant's words. */
  | { type: "own-greeting"; greeting: string };

/** How the conversation's first words begin: the merchant's own greeting of a new shopper, or null. */
function ownGreeting(contents: readonly Content[], { greeting }: Persona): string | null {
  const isNew = contents.some((content) => content.type === "greet" && !content.returning);
  return isNew ? (greeting ?? null) : null;
}

/**
 * A greeting and the disclosure are one line, also where they belong to two moves of the turn. After words of the merchant's that
 * don't tell of an AI, the disclosure stands by itself [GRD-5].
 */
function withIntroduction(
  contents: readonly Content[],
  { introduces, greeting }: { introduces: boolean; greeting: string | null },
): (Content | Introduction)[] {
  return contents.flatMap((content): (Content | Introduction)[] => {
    const isGreeting = content.type === "greet";
    if (isGreeting && greeting !== null) return [{ type: "own-greeting", greeting }];
    if (isGreeting && introduces) return [{ type: "introduction", returning: content.returning }];
    const isSaid = greeting === null ? introduces : NAMES_MACHINE.test(greeting);
    return content.type === "disclose-ai" && isSaid ? [] : [content];
  });
}

function endingOf(plan: TurnPlan): Ending {
  return plan.invitation?.kind === "question" ? "question" : "invitation";
}

function phraseContent(content: Content | Introduction, scene: Scene): Words[] {
  if (content.type === "own-greeting")
    return ownSentences(content.greeting).map((text) => ({ text, claims: [], verbatim: true }));
  const own =
    content.type === "introduction"
      ? [introduce(content.returning, scene)]
      : phraseOwn(content.type, content, scene);
  const invites = content.type !== "introduction" && INVITING_TYPES.has(content.type);
  const invitation = scene.ending === "plain" || invites ? null : invite(scene);
  return [...own, invitation].filter((words) => words !== null);
}

/** Generic in the type, so that each phraser is given the content it is for. */
function phraseOwn<T extends ContentType>(type: T, content: ContentOf<T>, scene: Scene): (Words | null)[] {
  return PHRASERS[type](content, scene);
}

/** What is invited to depends on what stands on the table: several cards, one item, or nothing yet. */
function invite(scene: Scene): Words | null {
  if (scene.ending === "question") return scene.say(WHAT_ELSE.ask);
  if (scene.cardCount > 1) return inviteChoice(scene);
  return scene.focus === null ? scene.say(WHAT_ELSE.tell) : inviteReaction(scene.focus, scene);
}

const EMOJI: Partial<Record<ContentType, readonly string[]>> = {
  greet: ["👋", "😊"],
  "disclose-ai": ["🤖"],
  "acknowledge-choice": ["🎉"],
  "welcome-thanks": ["😊", "🙌"],
  farewell: ["👋"],
  "acknowledge-feeling": ["🙂"],
};

/** Nobody smiles while refusing, apologising or owning up to a gap. */
const SOBER: ReadonlySet<ContentType> = new Set<ContentType>([
  "apologise",
  "cannot-answer",
  "decline-topic",
  "no-such-kind",
  "brand-elsewhere",
  "not-understood",
  "other-language",
  "offer-person",
  "answer-identity",
  "give-time",
  "admit-miss",
  "relax",
  "sold-out",
  "nothing-more",
  "nothing-beyond",
  "cannot-rank",
  "other-currency",
  "acknowledge-rejection",
  "answer-objection",
  "graceful-end",
  "note-gone",
]);

/** One emoji a turn at the most, and only where a person would put one: after hello, thanks, a choice, goodbye. */
function withEmoji(sentences: PhrasedSentence[], plan: TurnPlan, context: VoiceContext): PhrasedSentence[] {
  const contents = plan.moves.flatMap((move) => move.contents);
  if (contents.some((content) => SOBER.has(content.type) || isUpset(content))) return sentences;
  const place = sentences.findIndex(({ move }) => emojiOf(plan.moves[move]?.contents[0]) !== undefined);
  const sentence = sentences[place];
  const choices = sentence && emojiOf(plan.moves[sentence.move]?.contents[0]);
  if (!sentence || !choices) return sentences;
  const emoji = choices[Math.floor(context.chance() * choices.length)] ?? "";
  return sentences.with(place, { ...sentence, text: `${sentence.text} ${emoji}`.trim() });
}

function emojiOf(content: Content | undefined): readonly string[] | undefined {
  return content && EMOJI[content.type];
}

function isUpset(content: Content): boolean {
  return content.type === "acknowledge-feeling" && content.feeling !== "positive";
}
