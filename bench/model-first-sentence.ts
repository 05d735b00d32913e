/**
 * How much later than a bare client a shopper hears a model's first sentence: a message over a socket and the very same
 * request by the `openai` package, in turn, to the same scripted endpoint.
 */
import OpenAI from "openai";
import { startScriptedModel } from "../demo/scripted-model/scripted-model.ts";
import { connectTab, type Tab } from "../test/contract/wire-client.ts";
import { openDemoShop } from "./demo-shop.ts";
import { percentile } from "./measure.ts";
import { milliseconds, type Report, type Table } from "./report.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const PACE = { firstTokenMs: 200, tokenMs: 12 };
const SENTENCE = "Okay, let me see what I can tell you about that.";
const ANSWER = `[1] ${SENTENCE}\n[1] Thanks for telling me.`;
const ROUNDS = 60;
const WARM_UP = 5;
/** No conversation gets so long that its turns differ. */
const MESSAGES_EACH = 6;
const MESSAGES = [
  "I'm looking for a backpack",
  "something under $150",
  "how heavy is the first one?",
  "what do buyers say about it?",
  "anything lighter?",
  "what's the difference between the first two?",
];

interface Waits {
  /** From what was asked (a message, or a request) to the end of the first sentence. */
  all: number[];
  /** From the request's arrival at the endpoint. */
  ofModel: number[];
}

export async function measureFirstSentence(): Promise<Report> {
  const { shopper, bare } = await inWorkplace(measure);
  return {
    name: "voice-model-first-sentence",
    title: "A language model's first sentence",
    sections: [tableOf(shopper, bare)],
  };
}

async function measure(workplace: Workplace): Promise<{ shopper: Waits; bare: Waits }> {
  let arrivedAt = 0;
  const model = await startScriptedModel({
    script: {
      next: () => {
        arrivedAt = performance.now();
        return { ...PACE, text: ANSWER };
      },
    },
  });
  workplace.atEnd(() => model.close());
  const shop = await openDemoShop(workplace, {
    OPENAI_BASE_URL: model.url,
    OVERTURE_MODEL: "scripted",
    OVERTURE_MESSAGES_PER_10S: "1000000",
    OVERTURE_EVENTS_PER_10S: "1000000",
  });
  const client = new OpenAI({ baseURL: model.url, apiKey: "none", maxRetries: 0 });
  const shopper: Waits = { all: [], ofModel: [] };
  const bare: Waits = { all: [], ofModel: [] };
  let tab: Tab | null = null;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (tab === null || round % MESSAGES_EACH === 0) {
      tab?.close();
      tab = await connectTab(shop.url, { siteKey: shop.siteKey, origin: shop.url });
      await tab.open();
      await tab.answerTo("opening");
    }
    const heard = await heardByShopper(tab, MESSAGES[round % MESSAGES_EACH] ?? "");
    if (heard === null) continue;
    const ofShopper = { asked: heard.asked, arrived: arrivedAt, ended: heard.ended };
    const request = model.requests.findLast(({ messages }) => messages.length > 1);
    const messages = request?.messages as OpenAI.ChatCompletionMessageParam[];
    const ofBare = await heardByClient(client, messages);
    if (round < WARM_UP) continue;
    for (const [waits, { asked, arrived, ended }] of [
      [shopper, ofShopper],
      [bare, { ...ofBare, arrived: arrivedAt }],
    ] as const) {
      waits.all.push(ended - asked);
      waits.ofModel.push(ended - arrived);
    }
  }
  tab?.close();
  return { shopper, bare };
}

/** Null where the turn did not begin with the model's words. */
async function heardByShopper(tab: Tab, message: string): Promise<{ asked: number; ended: number } | null> {
  const before = tab.heard.filter(({ event }) => event === "turn-text").length;
  let ended = 0;
  const onText = () => {
    ended ||= performance.now();
  };
  tab.socket.on("turn-text", onText);
  const asked = performance.now();
  const id = crypto.randomUUID();
  await tab.say(message, id);
  await tab.answerTo(id);
  tab.socket.off("turn-text", onText);
  const first = tab.heard.filter(({ event }) => event === "turn-text")[before];
  const isModels = first?.event === "turn-text" && JSON.stringify(first.payload).includes(SENTENCE);
  return isModels ? { asked, ended } : null;
}

async function heardByClient(
  client: OpenAI,
  messages: OpenAI.ChatCompletionMessageParam[],
): Promise<{ asked: number; ended: number }> {
  const asked = performance.now();
  const stream = await client.chat.completions.create({ model: "scripted", messages, stream: true });
  let text = "";
  let ended = 0;
  for await (const { choices } of stream) {
    text += choices[0]?.delta.content ?? "";
    if (ended === 0 && text.includes(SENTENCE)) ended = performance.now();
  }
  return { asked, ended };
}

function tableOf(shopper: Waits, bare: Waits): Table {
  const row = (name: string, own: readonly number[], other: readonly number[]) => {
    const cells = [0.5, 0.95].flatMap((share) => {
      const [mine, theirs] = [percentile(own, share), percentile(other, share)];
      const later = mine - theirs;
      return [
        milliseconds(theirs),
        milliseconds(mine),
        later.toFixed(1),
        `${((100 * later) / theirs).toFixed(1)} %`,
      ];
    });
    return [name, String(own.length), ...cells];
  };
  return {
    title: "Until the first sentence's end",
    about:
      `A bare socket to \`overture demo\` in a process of its own, and a bare \`openai\` client with the same request, in turn, to the same scripted endpoint: ` +
      `${PACE.firstTokenMs} ms to the first token, ${PACE.tokenMs} ms for each. The first row is what lies behind the model: from the request's arrival to the end of the ` +
      "first sentence, checked and delivered. The second begins with the shopper's message, and with the client's request: it holds storing, understanding, searching and deciding, too. In milliseconds.",
    columns: [
      "",
      "rounds",
      "client p50",
      "shopper p50",
      "later",
      "share",
      "client p95",
      "shopper p95",
      "later",
      "share",
    ],
    rows: [
      row("from the request's arrival", shopper.ofModel, bare.ofModel),
      row("from what was asked", shopper.all, bare.all),
    ],
  };
}
