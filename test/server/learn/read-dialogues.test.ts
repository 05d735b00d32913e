import { describe, expect, it } from "vitest";
import { readContexts } from "../../../server/learn/inspired/read-contexts.ts";
import { readDialogues } from "../../../server/learn/inspired/read-dialogues.ts";
import { tableOf } from "../../support/recorded-dialogues.ts";

function reading(text: string) {
  const result = readDialogues(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.read;
}

const TALK = tableOf([
  { dialog: "d1", speaker: "RECOMMENDER", text: "Hello!", label: "no_strategy" },
  { dialog: "d1", speaker: "SEEKER", text: "Hi, I love [MOVIE_GENRE_0] like [MOVIE_TITLE_0]" },
  { dialog: "d1", speaker: "RECOMMENDER", text: "[MOVIE_P_ACTOR_1] is in it", label: "credibility" },
]);

describe("annotated dialogues", () => {
  it("[POL-3] are read as utterances with acts, names marked", () => {
    expect(reading(TALK).dialogues).toEqual([
      {
        id: "d1",
        utterances: [
          { by: "agent", words: ["hello", "!"], act: "housekeeping" },
          { by: "shopper", words: ["hi", "i", "love", "<kind>", "like", "<item>"], act: null },
          { by: "agent", words: ["<name>", "is", "in", "it"], act: "credibility" },
        ],
      },
    ]);
  });

  it("[POL-3] read the same with other line ends, a byte-order mark, commas, other spellings, and shuffled rows", () => {
    const [header = "", ...rows] = TALK.trim().split("\n");
    const quoted = (line: string) =>
      line
        .split("\t")
        .map((cell) => `"${cell}"`)
        .join(",");
    const expected = reading(TALK).dialogues;
    expect(reading(`\uFEFF${TALK.replaceAll("\n", "\r\n")}`).dialogues).toEqual(expected);
    expect(reading([header, ...rows].map(quoted).join("\n")).dialogues).toEqual(expected);
    const respelt = TALK.replace("no_strategy", "No Strategy").replace("expert_label", "first_label");
    expect(reading(respelt).dialogues).toEqual(expected);
    expect(reading([header, ...rows.toReversed()].join("\n")).dialogues).toEqual(expected);
  });

  it("[POL-3] keep quotation marks as they are in tab-separated tables", () => {
    const table = tableOf([
      {
        dialog: "d",
        speaker: "RECOMMENDER",
        text: 'have you seen "Alien"? 5" tall',
        label: "experience_inquiry",
      },
      { dialog: "d", speaker: "SEEKER", text: '"Alien" no' },
    ]);
    expect(reading(table).dialogues[0]?.utterances).toHaveLength(2);
  });

  it("[POL-3] mark names themselves where the table does not", () => {
    const bare = [
      "dialog_id\tspeaker\ttext\tgenres\texpert_label",
      "d\tRECOMMENDER\tDo you like comedies such as The Lobster?\tcomedy\topinion_inquiry",
    ].join("\n");
    const words = reading(bare).dialogues[0]?.utterances[0]?.words;
    expect(words).toEqual(["do", "you", "like", "<kind>", "such", "as", "<item>", "?"]);
  });

  it("[POL-3] tell what could not be used, and count it", () => {
    const { remarks, dialogues } = reading(
      tableOf([
        { dialog: "d", speaker: "RECOMMENDER", text: "a", label: "credibility" },
        { dialog: "d", speaker: "RECOMMENDER", text: "b", label: "telepathy" },
        { dialog: "d", speaker: "RECOMMENDER", text: "c" },
        { dialog: "", speaker: "SEEKER", text: "d" },
      ]),
    );
    expect(remarks.join("; ")).toMatch(
      /1 rows without.*1 utterances .* have no label.*unknown label "telepathy"/,
    );
    expect(dialogues[0]?.utterances.map(({ act }) => act)).toEqual(["credibility", null, null]);
  });

  it.each([
    ["empty", " \n"],
    ["empty", "dialog_id\tspeaker\ttext\texpert_label\n"],
    ["columns-missing", "dialog_id\ttext\nd\thello\n"],
    ["nothing-labelled", "dialog_id\tspeaker\ttext\texpert_label\nd\tSEEKER\thello\t\n"],
  ])("[POL-3] are refused with a reason: %s", (code, text) => {
    expect(readDialogues(text)).toMatchObject({ ok: false, error: { code } });
  });

  it("[POL-3] are known by their ids, whatever the order", () => {
    const [header = "", ...rows] = tableOf([
      { dialog: "a", speaker: "RECOMMENDER", text: "x", label: "credibility" },
      { dialog: "b", speaker: "RECOMMENDER", text: "y", label: "credibility" },
    ])
      .trim()
      .split("\n");
    const { hash } = reading([header, ...rows].join("\n"));
    expect(reading([header, ...rows.toReversed()].join("\n")).hash).toBe(hash);
    expect(reading([header, ...rows.slice(1)].join("\n")).hash).not.toBe(hash);
  });
});

describe("contexts", () => {
  it("[POL-3] give each dialogue once, in its longest cut, a sentence an utterance", () => {
    const table = [
      ",full_situation,movies",
      '0,"\nSystem: Hi. What do you like?\nUser: Horror!\nSystem: ",[]',
      '1,"\nSystem: Hi. What do you like?\nUser: Horror!\nSystem: Have you seen It?\nUser: No\nSystem: ",[]',
    ].join("\n");
    const result = readContexts(table, ["horror"]);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.dialogues).toHaveLength(1);
    expect(result.dialogues[0]?.utterances.map(({ by, words }) => [by, words.join(" ")])).toEqual([
      ["agent", "hi"],
      ["agent", "what do you like ?"],
      ["shopper", "<kind> !"],
      ["agent", "have you seen <item> ?"],
      ["shopper", "no"],
    ]);
  });

  it("[POL-3] are refused with a reason when the column is missing", () => {
    expect(readContexts("a,b\n1,2\n", [])).toMatchObject({ ok: false, error: { code: "columns-missing" } });
  });
});
