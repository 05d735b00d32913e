/**
 * A language model finds the words of a plan. It decides nothing: what it adds is stopped by the guard, what it leaves out is
 * said by the built-in voice, and when it fails, the turn goes on without it [VOICE-1, VOICE-2].
 */
import type { Voicing } from "../../dialogue/events.ts";
import type { ChatModel, ChatOptions, TimeBounds } from "../../model/chat-model.ts";
import type { PhrasedSentence, TurnPlan } from "../../plan/turn-plan.ts";
import type { Voice, VoiceContext } from "../../turn/ports.ts";
import type { FormatMoney } from "../scene.ts";
import { createSentencePlaces } from "./place-sentence.ts";
import { PROMPT_VERSION, promptOf } from "./prompt.ts";
import { sayClaims } from "./say-claims.ts";
import { createSentenceSplitter, type ModelSentence } from "./split-sentences.ts";
import { createTranslationReader, translationRequest } from "./translate-turn.ts";

export interface ModelVoiceOptions {
  model: ChatModel;
  /** Whose sentences tell the model what to get across, where the context brings none: the built-in voice. */
  draft: Voice;
  bounds: TimeBounds;
  formatMoney: FormatMoney;
  /** BCP 47 primary tag, "und" when it can't be told. */
  languageOf: (text: string) => string;
  /** Whether a word, in lower case, is one of everyday English. */
  isEnglishWord: (word: string) => boolean;
  /** US dollars; left out where nobody has said what tokens cost. */
  costOf?: (tokens: Pick<Voicing, "promptTokens" | "cachedTokens" | "completionTokens">) => number;
  /** Milliseconds on any clock. */
  now?: () => number;
}

/** Little freedom: the words may vary, the facts may not. */
const TEMPERATURE = 0.4;

/** The answer is none, a refusal, garbled, or not in the language that was asked for. */
export class UnusableAnswer extends Error {
  readonly code: "model/empty" | "model/refused" | "model/wrong-language" | "model/malformed";
  constructor(code: UnusableAnswer["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** `speak` throws a `ModelTrouble` or an `UnusableAnswer` where the model's part ends early; what was yielded before it stands. */
export function createModelVoice(options: ModelVoiceOptions): Voice {
  const {
    model,
    draft,
    bounds,
    formatMoney,
    languageOf,
    isEnglishWord,
    costOf,
    now = () => performance.now(),
  } = options;
  return {
    name: model.model,
    async *speak(plan, context) {
      const startedAt = now();
      const account = accountOf(model);
      const voiced = () => context.onVoiced?.({ ...account, ...(costOf && { costUsd: costOf(account) }) });
      // The figures of a turn that ended before the model's answer did may still come before the turn is stored.
      const onUsage: NonNullable<ChatOptions["onUsage"]> = (usage, later) => {
        Object.assign(account, usage);
        void later?.then((told) => {
          Object.assign(account, told);
          voiced();
        });
      };
      try {
        for await (const sentence of words(plan, context, onUsage)) {
          account.firstSentenceMs ??= now() - startedAt;
          yield sentence;
        }
      } catch (error) {
        account.trouble = codeOf(error);
        throw error;
      } finally {
        account.totalMs = now() - startedAt;
        voiced();
      }
    },
  };

  async function* words(
    plan: TurnPlan,
    context: VoiceContext,
    onUsage: NonNullable<ChatOptions["onUsage"]>,
  ): AsyncGenerator<PhrasedSentence> {
    const drafted = context.draft ?? (await draftOf(plan, context));
    // Nothing to phrase is no reason to ask.
    if (drafted.length === 0) return;
    const options = { bounds, onUsage };
    const isEnglish = (context.language ?? "en") === "en";
    if (!isEnglish) return yield* translated(plan, drafted, context, options);
    const own = drafted.filter(({ verbatim }) => verbatim);
    yield* own;
    const others = drafted.filter(({ verbatim }) => !verbatim);
    if (others.length > 0) yield* phrased(plan, others, context, options);
  }

  async function draftOf(plan: TurnPlan, context: VoiceContext): Promise<PhrasedSentence[]> {
    const drafted: PhrasedSentence[] = [];
    for await (const sentence of draft.speak(plan, context)) drafted.push(sentence);
    return drafted;
  }

  async function* phrased(
    plan: TurnPlan,
    drafted: readonly PhrasedSentence[],
    context: VoiceContext,
    options: ChatOptions,
  ): AsyncGenerator<PhrasedSentence> {
    const claims = sayClaims(plan, context, formatMoney);
    const { messages, maxTokens } = promptOf(plan, drafted, claims, context);
    const splitter = createSentenceSplitter(plan.products.map(({ title }) => title));
    const places = createSentencePlaces(plan, drafted, claims);
    const planned = wordsOf([...drafted, ...claims.map(({ says: text }) => ({ text }))]);
    let said = 0;
    const spoken = (sentence: ModelSentence): PhrasedSentence => {
      expectLanguage(sentence.text, "en");
      expectWords(sentence.text);
      expectEnglish(sentence.text, planned);
      if (said === 0 && REFUSAL.test(sentence.text))
        throw new UnusableAnswer("model/refused", "The model refused to phrase the plan.");
      said += 1;
      const text = context.persona.emoji ? sentence.text : withoutEmoji(sentence.text);
      return places.place({ ...sentence, text });
    };
    const request = { purpose: "voice", messages, maxTokens, temperature: TEMPERATURE } as const;
    for await (const delta of model.stream(request, options))
      for (const sentence of splitter.push(delta)) yield spoken(sentence);
    for (const sentence of splitter.end(true)) yield spoken(sentence);
    if (said === 0) throw new UnusableAnswer("model/empty", "The model answered without a sentence.");
  }

  /** In the shopper's language [VOICE-3]. */
  async function* translated(
    plan: TurnPlan,
    drafted: readonly PhrasedSentence[],
    context: VoiceContext,
    options: ChatOptions,
  ): AsyncGenerator<PhrasedSentence> {
    const reader = createTranslationReader(plan, drafted);
    for await (const delta of model.stream(translationRequest(drafted, context), options))
      yield* inLanguage(reader.push(delta), context.language);
    yield* inLanguage(reader.end(), context.language);
  }

  function* inLanguage(sentences: Iterable<PhrasedSentence>, language = "en"): Generator<PhrasedSentence> {
    for (const sentence of sentences) {
      expectLanguage(sentence.text, language);
      yield sentence;
    }
  }

  /** Too short a sentence for its language to be told is still no English when hardly a word of it is. */
  function expectEnglish(text: string, planned: ReadonlySet<string>): void {
    const words = [...wordsOf([{ text: text.replace(/“[^”]*”/g, "") }])];
    const strange = words.filter((word) => !planned.has(word) && !isEnglishWord(word));
    if (strange.length >= STRANGE_WORDS_MIN && strange.length > words.length / 2)
      throw new UnusableAnswer("model/wrong-language", "The model answered in words that are no English.");
  }

  function expectLanguage(text: string, expected: string): void {
    const language = languageOf(text);
    if (language !== expected && language !== "und")
      throw new UnusableAnswer(
        "model/wrong-language",
        `The model answered in another language: ${language}.`,
      );
  }
}

const STRANGE_WORDS_MIN = 2;

function wordsOf(sentences: readonly { text: string }[]): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
}

/** Some endpoints send pieces twice: "Tell Tell me me what what". */
function expectWords(text: string): void {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const twice = words.filter((word, index) => word === words[index - 1]).length;
  if (twice >= STUTTERS.atLeast && twice >= words.length * STUTTERS.share)
    throw new UnusableAnswer("model/malformed", "The model's answer comes in doubled pieces.");
}
const STUTTERS = { atLeast: 2, share: 0.2 };

/** Said at the very start, in no plan's words. */
const REFUSAL =
  /^(?:(?:i['’]?m|i am) (?:really |very )?sorry,? |sorry,? |unfortunately,? |i apologi[sz]e,? )?(?:but )?(?:as an ai[\w ]*,? )?(?:i (?:can(?:not|['’]t)|won['’]t|am unable to|['’]m unable to|am not able to)|i['’]m (?:un|not )able to) (?:help|assist|comply|provide|do that|fulfil|continue|engage|answer|write|generate)\b/i;

function accountOf({ endpoint, model }: ChatModel): Voicing {
  return {
    endpoint,
    model,
    prompt: PROMPT_VERSION,
    promptTokens: 0,
    completionTokens: 0,
    cachedTokens: 0,
    isEstimated: true,
    firstSentenceMs: null,
    totalMs: 0,
    trouble: null,
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "model/unknown";
}

function withoutEmoji(text: string): string {
  return text
    .replace(/\s*(?:\p{Extended_Pictographic}(?![\d#*])[\uFE0F\u200D]*)+/gu, "")
    .replace(/\s+([.!?])/g, "$1")
    .trim();
}
