/** What a merchant may not have the agent say of who talks with the shopper. */
import { describe, expect, it } from "vitest";
import { claimsHumanSpeaker, deniesMachine } from "../../../server/dialogue/own-words.ts";

describe("[GRD-5] words of the merchant's own", () => {
  it.each([
    "I'm not an AI, I'm a real person from Lux.",
    "No AI here: just people.",
    "You are not chatting with a robot.",
    "You aren't talking to an AI.",
  ])("deny the machine: %s", (text) => expect(deniesMachine(text)).toBe(true));

  it.each([
    "I'm Ada, the AI assistant of Lux.",
    "I am an AI assistant, not a human being.",
    "I'm not a person, I'm an AI.",
    "I'm not a person but an AI.",
  ])("do not: %s", (text) => expect(deniesMachine(text) || claimsHumanSpeaker(text)).toBe(false));

  it.each([
    "I am a human.",
    "Yes, you’re chatting with a real person.",
    "I'm not an AI.",
    "We are not a bot, promise!",
    "No bot answers in this chat.",
  ])("claim a person: %s", (text) => expect(claimsHumanSpeaker(text)).toBe(true));

  it.each([
    "A real person answers our phone from 9 to 5.",
    "You can chat with our people on weekdays.",
    "It needs no software and no computer.",
    "This is not a robot vacuum.",
    "We are not a software company, so ask the maker.",
    "Sized for one person.",
  ])("are about something else: %s", (text) => expect(claimsHumanSpeaker(text)).toBe(false));
});
