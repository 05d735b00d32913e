/** Other words for what assistants say around the facts, and small talk that claims nothing. */
import { type Chance, pick } from "./chance.ts";

/** Says nothing that could be true or false of a product. */
export const SOFT_WORDS = [
  "Happy to help with that.",
  "Let's have a look.",
  "Okay, here's what I can tell you.",
  "That makes sense.",
  "Good one.",
  "I get that.",
  "Fair enough.",
  "Sure thing!",
  "Right, let's see.",
  "Thanks for telling me.",
  "I hear you.",
  "That's a fair point.",
] as const;

type Phrasing = readonly [RegExp, readonly [string, ...string[]]];
const PHRASINGS: readonly Phrasing[] = [
  // Taking up what was said.
  [/^Good to know: (.+)\.$/, ["Okay, $1, noted.", "$1, got it.", "So $1, that helps.", "Understood: $1."]],
  [/^That helps, thank you: (.+)\.$/, ["Thanks, $1 it is.", "Great, $1, that helps me.", "$1, perfect."]],
  [/^Of course, (.+)\.$/, ["Sure, $1.", "No problem, $1.", "$1, of course."]],
  [/^Lovely, (.+) it is\.$/, ["Nice, $1 then.", "Great, let's go with $1.", "Wonderful, $1 it is!"]],
  [/^Thanks, I'll keep to (.+)\.$/, ["Okay, I'll stick with $1.", "Thanks, sticking to $1 then."]],
  [/^The (.+) it is, then\.$/, ["The $1, then.", "Great, the $1 it is!", "So the $1 it is."]],
  [/^I'm glad you found something: (the .+) it is\.$/, ["So it's $1, lovely!", "Great choice of yours, $1."]],
  [/^No problem, let's move on from those\.$/, ["All right, let's leave those behind.", "Okay, not those."]],
  [
    /^So we're looking for (.+)\.$/,
    ["So you're after $1.", "Right, we want $1.", "If I've got it right: $1."],
  ],
  [/^As I understand it, you'd like (.+)\.$/, ["So you're hoping for $1.", "What you want, then: $1."]],
  // Showing.
  [/^I've put (\w+) in front of you\.$/, ["Have a look at these $1.", "I've laid out $1 for you."]],
  [/^I'd start with these (\w+)\.$/, ["These $1 are where I'd begin.", "Let's begin with these $1."]],
  [
    /^Out of (\d[\d,]*|\w+) (.+), here are (\w+) to start with\.$/,
    ["I looked through $1 $2 and picked $3 to begin with.", "There are $1 $2, and here are $3 of them."],
  ],
  [
    /^I went through (\d[\d,]*) (.+) and would begin with these (\w+)\.$/,
    ["From $1 $2, I'd begin with these $3.", "I've looked at $1 $2; here are $3 to start with."],
  ],
  [/^That (?:leaves|narrows it down to) (the .+)\.$/, ["We're left with $1.", "So that brings us to $1."]],
  [/^That leaves these (\w+)\.$/, ["We're down to these $1.", "So we have these $1."]],
  [/^What I'd show you here is (the .+)\.$/, ["Here I'd show you $1.", "Take a look at $1."]],
  [/^I think (the .+) is worth a look\.$/, ["I'd have a look at $1.", "$1 deserves a look, I think."]],
  [/^Then it's (the .+) I'd look at again\.$/, ["I'd go back to $1, then.", "Let's give $1 a second look."]],
  [
    /^The first is (the [^:]+): it/,
    ["First up, $1: it", "Let's start with $1: it", "The first one is $1, and it"],
  ],
  [/^What you'd notice about (the [^:]+): it/, ["About $1: it", "One thing about $1: it", "As for $1, it"]],
  [/^To tell you a bit about (the [^:]+): it/, ["A few words on $1: it", "Take $1: it", "About $1, it"]],
  [/^A little more on (the [^:]+): it/, ["More about $1: it", "Some more on $1: it"]],
  [
    /^(?:I'd go with|My suggestion would be) (the [^:]+): it/,
    ["I'd lean towards $1: it", "My pick is $1, as it"],
  ],
  [/^I'd still go with (the [^:]+): it/, ["I'd stick with $1, since it", "I still lean towards $1: it"]],
  [/^Good question: (the .+)\.$/, ["$1.", "Sure: $1.", "Let me tell you: $1."]],
  // What is not known.
  [/^I'm sorry, (.+)\.$/, ["I'm afraid $1.", "Sorry, $1.", "Unfortunately, $1."]],
  [/, and I'd rather not guess\.$/, [", and I don't want to guess.", ", so I won't guess."]],
  [
    /^About (.+) I don't know enough to give you an honest answer\.$/,
    ["I honestly don't know enough about $1 to say.", "On $1, I can't give you an honest answer."],
  ],
  [/^I should say that (.+)\.$/, ["To be upfront, $1.", "One caveat: $1.", "Just to be clear, $1."]],
  // Handing the floor over.
  [/^I'm happy to (.+)\.$/, ["Happy to $1.", "I can $1 if you like.", "Want me to $1?", "I'd gladly $1."]],
  [
    /^I can set (.+) side by side for you\.$/,
    ["Want me to set $1 side by side?", "Shall I put $1 side by side?"],
  ],
  [
    /^If you're torn, I can walk you through (.+)\.$/,
    ["I can go through $1 with you.", "Shall we go through $1?"],
  ],
  [/^If it helps, I'll (.+)\.$/, ["I can $1, if that helps.", "Should I $1?"]],
  [/^If you have a question about it, just ask\.$/, ["Ask away if you're wondering about anything."]],
  [/^If one of them stands out to you, I'd be glad to hear it\.$/, ["Does one of them stand out to you?"]],
  [
    /^Ask me anything you'd like to know about (.+)\.$/,
    ["What would you like to know about $1?", "Feel free to ask about $1."],
  ],
  [
    /^Let me know which one appeals to you, or what's missing\.$/,
    ["Which one appeals to you?", "Tell me which one you like."],
  ],
  [
    /^Which of that could give way\?$/,
    ["Which of those could you do without?", "What could give way there?"],
  ],
  [
    /^Is there a (.+) you'd like, say (.+)\?$/,
    ["Do you have a $1 in mind, like $2?", "Any $1 you'd prefer: $2?"],
  ],
  [
    /^What colour do you have in mind\?$/,
    ["Which colour are you thinking of?", "Do you have a colour in mind?"],
  ],
  [
    /^Would this be your first time with (.+), or have you had some before\?$/,
    ["Have you had $1 before, or is this your first time?"],
  ],
  [
    /^What do you have planned for it\?$/,
    ["What are you planning to do with it?", "How do you plan to use it?"],
  ],
  [
    /^Enjoy (the .+), and come back whenever you like\.$/,
    ["Have fun with $1, and see you soon!", "Enjoy $1! Bye for now."],
  ],
  [/^I hope you enjoy (.+), take care\.$/, ["Enjoy $1, and take care!", "Take care, and enjoy $1!"]],
];
/** Contracted or not, as it comes. */
const CONTRACTIONS: readonly Phrasing[] = [
  [/\bdoes not\b/, ["doesn't"]],
  [/\bIt is\b/, ["It's"]],
  [/\bit's (?=rated|made|\$)/, ["it is "]],
  [/\bI'd\b(?= (?:go|start|look|show))/, ["I would"]],
  [/\bI can't\b/, ["I cannot"]],
  [/\bisn't\b/, ["is not"]],
  [/\bthat's\b/, ["that is"]],
];

export function rephrased(sentence: string, chance: Chance): string {
  const known = PHRASINGS.find(([words]) => words.test(sentence));
  const put = known ? sentence.replace(known[0], pick(known[1], chance)) : sentence;
  const contraction = CONTRACTIONS.find(([words]) => words.test(put));
  const told =
    contraction && chance() < 0.5 ? put.replace(contraction[0], pick(contraction[1], chance)) : put;
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`;
}

/** Sentences that may follow an opener without a capital. */
const PLAIN_OPENING = /^(?:The|It|It's|Its|This|That|These|Those|They|A|An|There|One|Both|Neither|All) /;
const OPENERS = [
  "Good to know: ",
  "For what it's worth, ",
  "Just so you know, ",
  "And ",
  "By the way, ",
  "So, ",
  "Well, ",
  "As it happens, ",
  "Honestly, ",
  "Here's the thing: ",
] as const;

export function openedOtherwise(sentence: string, chance: Chance): string {
  if (chance() > 0.35 || !PLAIN_OPENING.test(sentence) || sentence.endsWith("?")) return sentence;
  return `${pick(OPENERS, chance)}${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
}
