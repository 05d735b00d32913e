import { describe, expect, it } from "vitest";
import type { SpokenTurn } from "../../../server/dialogue/events.ts";
import type { TurnPlan } from "../../../server/plan/turn-plan.ts";
import type { CheckSentence, Voice } from "../../../server/turn/ports.ts";
import { type SpokenSentence, speakPlan } from "../../../server/turn/speak-plan.ts";

const PLAN: TurnPlan = {
  respondsTo: { type: "messages", ids: ["m1"] },
  moves: [
    { strategy: "credibility", contents: [{ type: "tell-facts", sku: "a", claims: ["c1", "c2"] }] },
    { strategy: "offer-help", contents: [{ type: "offer-alternatives" }] },
  ],
  claims: [],
  products: [],
  cards: [],
  replies: [],
  invitation: { kind: "offer", move: 1 },
  stance: null,
  anticipates: null,
  asks: null,
  settled: [],
  farewell: false,
};
const CONTEXT = {
  persona: { name: "Ada", shop: "Shop", tone: "warm", emoji: false } as const,
  locale: "en",
  said: [],
  heard: [],
  chance: () => 0,
};

const sentence = (text: string, move: number, claims: string[] = []) => ({ text, move, claims });
const voiceOf = (name: string, sentences: ReturnType<typeof sentence>[]): Voice => ({
  name,
  async *speak() {
    yield* sentences;
  },
});
/** Stops whatever holds "LIE". */
const check: CheckSentence = (text) =>
  text.includes("LIE") ? { type: "unsupported", span: [0, 1], why: "made up" } : { type: "pass" };

const builtIn = voiceOf("built-in", [
  sentence("It costs $20.", 0, ["c1"]),
  sentence("It weighs 2 kg.", 0, ["c2"]),
  sentence("I can show you others.", 1),
]);

async function speak(voice: Voice, standIn: Voice = builtIn, plan: TurnPlan = PLAN) {
  const stopped: SpokenTurn["stopped"] = [];
  const troubles: unknown[] = [];
  const spoken: SpokenSentence[] = [];
  const account = { stopped, onTrouble: (error: unknown) => troubles.push(error) };
  const sentences = speakPlan(plan, CONTEXT, { voice, standIn, check }, () => false, account);
  for await (const each of sentences) spoken.push(each);
  return {
    troubles,
    text: spoken.map(({ joined }) => joined).join(""),
    stopped: stopped.map(({ text }) => text),
    spoken,
  };
}

describe("[GRD-2] where a sentence of another voice is stopped", () => {
  it("the built-in voice says the move instead, with its claims", async () => {
    const { text, stopped, spoken } = await speak(
      voiceOf("model", [sentence("It's a LIE.", 0, ["c1"]), sentence("Want more?", 1)]),
    );
    expect(text).toBe("It costs $20. It weighs 2 kg. Want more?");
    expect(stopped).toEqual(["It's a LIE."]);
    expect(spoken.flatMap(({ claims }) => claims)).toEqual(["c1", "c2"]);
  });
  it("nothing is said twice: what the other voice told before stands", async () => {
    const { text } = await speak(
      voiceOf("model", [
        sentence("Twenty dollars.", 0, ["c1"]),
        sentence("And a LIE.", 0, ["c2"]),
        sentence("Two kilos, too.", 0, ["c2"]),
        sentence("Want more?", 1),
      ]),
    );
    expect(text).toBe("Twenty dollars. It weighs 2 kg. Want more?");
  });
  it("an answer of which everything was stopped is still an answer, and still invites", async () => {
    const { text, stopped } = await speak(
      voiceOf("model", [sentence("LIE one.", 0), sentence("LIE two.", 0), sentence("LIE three?", 1)]),
    );
    expect(text).toBe("It costs $20. It weighs 2 kg. I can show you others.");
    expect(stopped).toEqual(["LIE one.", "LIE three?"]);
  });
  it("the built-in voice is checked as well", async () => {
    const { text, stopped } = await speak(
      voiceOf("model", [sentence("LIE one.", 0), sentence("Want more?", 1)]),
      voiceOf("built-in", [sentence("LIE two.", 0)]),
    );
    expect(text).toBe("Want more?");
    expect(stopped).toEqual(["LIE one.", "LIE two."]);
  });
  it("a turn of which nothing may be said is still answered, and invites", async () => {
    const voice = voiceOf("built-in", [sentence("LIE one.", 0), sentence("LIE two.", 1)]);
    const { text, stopped } = await speak(voice, voice);
    expect(text).toMatch(/^I'd rather not guess about that\. Tell me .*\.$/);
    expect(stopped).toEqual(["LIE one.", "LIE two."]);
  });
  it("the built-in voice does not stand in for itself", async () => {
    const voice = voiceOf("built-in", [sentence("LIE one.", 0), sentence("Want more?", 1)]);
    const { text, stopped } = await speak(voice, voice);
    expect(text).toBe("Want more?");
    expect(stopped).toEqual(["LIE one."]);
  });
  it("a sentence without a claim is not answered by facts already told", async () => {
    const { text } = await speak(
      voiceOf("model", [
        sentence("Twenty dollars, two kilos.", 0, ["c1", "c2"]),
        sentence("And a LIE.", 0),
        sentence("Want more?", 1),
      ]),
    );
    expect(text).toBe("Twenty dollars, two kilos. Want more?");
  });
});

/** Says so much, and then fails. */
const failing = (sentences: ReturnType<typeof sentence>[]): Voice => ({
  name: "model",
  async *speak() {
    yield* sentences;
    throw new Error("the model went away");
  },
});

describe("[VOICE-2] where another voice fails or leaves something out", () => {
  it("the built-in voice takes the whole turn when nothing was said", async () => {
    const { text, troubles } = await speak(failing([]));
    expect(text).toBe("It costs $20. It weighs 2 kg. I can show you others.");
    expect(troubles).toHaveLength(1);
  });
  it("the built-in voice goes on from the sentence where it stopped", async () => {
    const { text } = await speak(failing([sentence("Twenty dollars.", 0, ["c1"])]));
    expect(text).toBe("Twenty dollars. It weighs 2 kg. I can show you others.");
  });
  it("nothing is said after the floor was handed over", async () => {
    const { text } = await speak(
      voiceOf("model", [
        sentence("Twenty dollars, two kilos.", 0, ["c1", "c2"]),
        sentence("Want more?", 1),
        sentence("By the way, hello.", 0),
      ]),
    );
    expect(text).toBe("Twenty dollars, two kilos. Want more?");
  });
  it("what matters and was left out comes before what follows it in the plan", async () => {
    const { text } = await speak(voiceOf("model", [sentence("Want more?", 1)]));
    expect(text).toBe("It costs $20. It weighs 2 kg. Want more?");
  });
  it("a turn that would end without its invitation gets it", async () => {
    const { text } = await speak(voiceOf("model", [sentence("Twenty dollars.", 0, ["c1"])]));
    expect(text).toBe("Twenty dollars. I can show you others.");
  });
  it("a fact that it chose not to tell is not forced on the shopper", async () => {
    const { text } = await speak(
      voiceOf("model", [sentence("Twenty dollars.", 0, ["c1"]), sentence("Want more?", 1)]),
    );
    expect(text).toBe("Twenty dollars. Want more?");
  });
  it.each(["question", "offer", "choice"] as const)(
    "[VOICE-2] an invitation that no voice may say with what it stands on (a %s) gives way to one that claims nothing",
    async (kind) => {
      const mark = kind === "question" ? "?" : ".";
      const standIn = voiceOf("built-in", [
        sentence("It costs $20.", 0, ["c1"]),
        sentence(`LIE and so it goes on${mark}`, 1),
      ]);
      const other = voiceOf("other", [
        sentence("It's $20.", 0, ["c1"]),
        sentence(`That is a LIE, shall we say${mark}`, 1),
      ]);
      const { text, spoken } = await speak(other, standIn, { ...PLAN, invitation: { kind, move: 1 } });
      expect(text).toMatch(/^It's \$20\. [A-Z]/);
      expect(text).not.toContain("LIE");
      expect(text.includes("?")).toBe(kind === "question");
      expect(spoken.at(-1)?.move).toBe(1);
    },
  );

  it("[VOICE-2] what shares words with the invitation, and more of them with what was to be said before it, is none", async () => {
    const standIn = voiceOf("built-in", [
      sentence("There's nothing more along those lines.", 1),
      sentence("There's more I can tell you about these.", 1),
    ]);
    const other = voiceOf("other", [sentence("There's nothing more along those lines, sadly.", 1)]);
    expect((await speak(other, standIn)).text).toMatch(/There's more I can tell you about these\.$/);
  });

  it("an invitation in other words is one, and is not put a second time", async () => {
    for (const words of [
      "I could show you some others, too.",
      "Shall I get others out?",
      "Just tell me what else you'd like.",
      "Happy to look further.",
    ]) {
      const { text } = await speak(
        voiceOf("model", [sentence("Twenty dollars, two kilos.", 0, ["c1", "c2"]), sentence(words, 1)]),
      );
      expect(text).toBe(`Twenty dollars, two kilos. ${words}`);
    }
  });
  it("however many sentences come before it in its move, a turn still ends with its invitation", async () => {
    const plan: TurnPlan = {
      ...PLAN,
      moves: [
        {
          strategy: "credibility",
          contents: [...(PLAN.moves[0]?.contents ?? []), { type: "offer-alternatives" }],
        },
      ],
      invitation: { kind: "offer", move: 0 },
    };
    const standIn = voiceOf("built-in", [
      sentence("It costs $20.", 0, ["c1"]),
      sentence("I can show you others.", 0),
    ]);
    const { text } = await speak(
      voiceOf("model", [sentence("That makes sense.", 0), sentence("Twenty dollars.", 0, ["c1"])]),
      standIn,
      plan,
    );
    expect(text).toBe("That makes sense. Twenty dollars. I can show you others.");
  });
  it("[GRD-1] what the plan has to admit is not lost behind a sentence that was stopped", async () => {
    const standIn = voiceOf("built-in", [
      sentence("I'd start with this one.", 0),
      sentence("It costs $20.", 0, ["c1"]),
      sentence("The listing doesn't mention nuts.", 0),
      sentence("I can show you others.", 1),
    ]);
    const { text } = await speak(
      voiceOf("model", [
        sentence("This one is where I'd start.", 0),
        sentence("LIE.", 0),
        sentence("Want more?", 1),
      ]),
      standIn,
    );
    expect(text).toBe(
      "This one is where I'd start. It costs $20. The listing doesn't mention nuts. Want more?",
    );
  });
  it("what was said word for word is not said again", async () => {
    const twice = sentence("Twenty dollars, two kilos.", 0, ["c1", "c2"]);
    const { text } = await speak(voiceOf("model", [twice, twice, sentence("Want more?", 1)]));
    expect(text).toBe("Twenty dollars, two kilos. Want more?");
  });
  it("an acknowledgement may be woven into what follows", async () => {
    const plan: TurnPlan = {
      ...PLAN,
      moves: [
        {
          strategy: "acknowledgment",
          contents: [{ type: "acknowledge-preferences", preferences: [], withdrawn: [] }],
        },
        ...PLAN.moves.slice(0, 1),
      ],
      invitation: null,
    };
    const standIn = voiceOf("built-in", [sentence("Noted.", 0), sentence("It costs $20.", 1, ["c1"])]);
    const { text } = await speak(
      voiceOf("model", [sentence("Noted, and it's $20.", 1, ["c1"])]),
      standIn,
      plan,
    );
    expect(text).toBe("Noted, and it's $20.");
  });
});

describe("[STR-1] a turn of another voice", () => {
  it("puts one question, and puts it last", async () => {
    const plan: TurnPlan = { ...PLAN, invitation: { kind: "question", move: 1 } };
    const { text, stopped } = await speak(
      voiceOf("model", [
        sentence("It costs $20.", 0, ["c1"]),
        sentence("What's your budget?", 0),
        sentence("What is it for?", 1),
      ]),
      builtIn,
      plan,
    );
    expect(text).toBe("It costs $20. What is it for?");
    expect(stopped).toEqual(["What's your budget?"]);
  });
});

describe("[GRD-5] disclosure", () => {
  it("is said in words, whatever the other voice makes of it", async () => {
    const plan: TurnPlan = {
      ...PLAN,
      moves: [
        {
          strategy: "housekeeping",
          contents: [{ type: "greet", returning: false }, { type: "disclose-ai" }],
        },
      ],
      invitation: null,
    };
    const standIn = voiceOf("built-in", [sentence("Hello, I'm Ada, the shop's AI assistant.", 0)]);
    const { text } = await speak(voiceOf("model", [sentence("Hello, I'm Ada!", 0)]), standIn, plan);
    expect(text).toBe("Hello, I'm Ada! Hello, I'm Ada, the shop's AI assistant.");
  });
});
