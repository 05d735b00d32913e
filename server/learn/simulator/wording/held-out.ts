import type { WordingSet } from "./wording-set.ts";

export const HELD_OUT_WORDING: WordingSet = {
  name: "held-out",
  recipients: [
    "my nephew",
    "my girlfriend",
    "our neighbour",
    "my grandma",
    "my husband",
    "my daughter",
    "my boss",
  ],
  upTo: ["not over {amount}", "within {amount}", "up to {amount}", "that's less than {amount}"],
  roughly: ["something like", "approx", "more or less"],
  from: ["by", "made by"],
  greetings: ["Good morning", "Hiya", "Evening", "Hello there"],
  asides: [
    "Sorry, typing on my phone",
    "The kids are finally asleep so here I am",
    "I'm hopeless at shopping online",
    "A bit of a last-minute thing",
    "Been going through a dozen shops already",
  ],
  closers: ["Ta", "Much appreciated", "Thank you so much", "haha"],
  musings: ["Well,", "I see,", "Good,", "Ah,", "Mhm,"],
  joints: ["; ", " - ", ", plus ", "... "],
  places: [
    ["option 1", "the top one", "#1"],
    ["option 2", "the middle one", "#2"],
    ["option 3", "the bottom one", "#3"],
    ["option 4"],
  ],
  sole: ["the one you showed me", "that"],
  open: {
    brief: ["got {thing}?", "any chance of {thing}?", "after {thing}"],
    plain: [
      "Do you stock {thing}?",
      "I'm trying to find {thing}",
      "Have you got {thing}?",
      "I'm in the market for {thing}",
      "What have you got in the way of {thing}?",
    ],
    chatty: [
      "Ok so long story short I'm in need of {thing}",
      "Maybe you can point me somewhere, I'm hunting for {thing}",
    ],
  },
  openForSomebody: {
    plain: [
      "I'd like to surprise {recipient} with {thing}",
      "Shopping for {recipient}, who could use {thing}",
      "{recipient} asked for {thing}",
    ],
    chatty: ["I promised {recipient} {thing} and I know nothing about these"],
  },
  sayKind: {
    brief: ["{thing} please"],
    plain: ["I meant {thing}", "{thing} is what I'm after", "What I want is {thing}"],
  },
  wish: {
    adjective: {
      brief: ["{wish} one"],
      plain: ["Ideally {wish}", "I can only use a {wish} one", "The important thing is that it's {wish}"],
      chatty: ["And don't laugh, but it absolutely must be {wish}"],
    },
    prepositional: {
      brief: ["one {wish}"],
      plain: ["Preferably {wish}", "One {wish} would be ideal", "I'm set on one {wish}"],
      chatty: ["In a perfect world it would be one {wish}"],
    },
    noun: {
      brief: ["gotta have {wish}"],
      plain: ["{wish} would be ideal", "I can't do without {wish}", "Make sure it's got {wish}"],
      chatty: ["Call me picky but I'd want {wish}"],
    },
  },
  budget: {
    brief: ["can do {amount}", "{amount} at most"],
    plain: [
      "I can spend {amount} at the outside",
      "{amount} is what I've set aside",
      "Can't go above {amount}",
    ],
    chatty: ["Wallet says {amount}, not a penny more"],
  },
  indifferent: {
    brief: ["whatever", "not fussed"],
    plain: ["I'm easy on that", "Makes no difference", "Not bothered either way"],
    chatty: ["To be fair I've no strong feelings on that one"],
  },
  agree: {
    brief: ["yup"],
    plain: ["That's it", "Spot on", "Yes, like that"],
    chatty: ["Yes yes, precisely that"],
  },
  firstTime: {
    brief: ["nope, new to this"],
    plain: ["I'm new to these", "Haven't owned one so far"],
    chatty: ["Total beginner here, be gentle"],
  },
  hadBefore: {
    brief: ["had one, it broke"],
    plain: ["I used one until it fell apart", "There's an old one at home, on its last legs"],
    chatty: ["Oh I've gone through three of these in my life"],
  },
  learnt: {
    adjective: {
      brief: ["{wish} this time please"],
      plain: ["What bothered me with the previous one: it was not {wish}", "I'd only get a {wish} one again"],
      chatty: ["The previous one drove me mad because it wasn't {wish} at all"],
    },
    prepositional: {
      brief: ["{wish} this time"],
      plain: ["This time I'd go for one {wish}", "I'd use it most if it was one {wish}"],
      chatty: ["Having used the wrong one for ages I now know I want one {wish}"],
    },
    noun: {
      brief: ["{wish}, learned that"],
      plain: ["The previous one lacked {wish}", "I use it daily so {wish} matters a lot"],
      chatty: ["If there's one thing I've learned it's that you need {wish}"],
    },
  },
  forMyself: { brief: ["myself"], plain: ["Just for my own use", "I'm the one who'll use it"] },
  forSomebody: { plain: ["{recipient} is the lucky one", "It'll be for {recipient}"] },
  lacks: {
    adjective: {
      brief: ["not {wish}, is it"],
      plain: ["Trouble is that {item} is not {wish}", "I'd pass on {item} since it's not {wish}"],
      chatty: ["Pity, {item} had me until I saw it's not {wish}"],
    },
    prepositional: {
      brief: ["got any {wish}?"],
      plain: ["{item} won't do, I'm after one {wish}", "Got something like {item} but {wish}?"],
      chatty: ["So close! {item} but {wish} and we'd have a deal"],
    },
    noun: {
      brief: ["got one with {wish}?"],
      plain: ["{item} is no good to me, I want {wish}", "I'd pass on {item}, it hasn't got {wish}"],
      chatty: ["Oh well, {item} without {wish} is no use to me"],
    },
  },
  tooDear: {
    brief: ["pricey, got {amount}"],
    plain: ["{item} is beyond my means, I've got {amount}", "Can't afford {item}, think {amount}"],
    chatty: ["My bank account is crying, {amount} is really where I stop"],
  },
  isIt: {
    adjective: { plain: ["Would you call {item} {wish}?", "And {item} is {wish}, right?"] },
    prepositional: { plain: ["Could I have {item} {wish}?", "Would {item} be one {wish}?"] },
    noun: { plain: ["Has {item} got {wish}?", "Any chance {item} has {wish}?"] },
  },
  askAbout: {
    brief: ["{item}, what {attribute}?"],
    plain: ["Which {attribute} has {item} got?", "Any info on the {attribute} of {item}?"],
    chatty: ["Silly question perhaps, but what about the {attribute} of {item}?"],
  },
  offCatalog: [
    "When would it get here?",
    "What if it's broken when it arrives, do I get my money back?",
    "Can it be repaired if something breaks?",
    "Could you engrave a name on it?",
    "Do you have a store where I can try it?",
    "Who actually makes it?",
  ],
  doubtQuality: {
    brief: ["anyone happy with {item}?"],
    plain: [
      "How do I know {item} isn't junk?",
      "Is {item} well made?",
      "Have others been happy with {item}?",
    ],
    chatty: ["Once bitten twice shy you know, can I rely on {item}?"],
  },
  doubtPrice: {
    plain: ["Why does {item} cost what it costs?", "Am I paying too much with {item}?"],
  },
  doubtAttribute: {
    plain: ["The {attribute} of {item} gives me pause", "I wonder whether the {attribute} of {item} is ok"],
  },
  askOpinion: {
    brief: ["your call?"],
    plain: ["Help me pick one", "If it was your money, which?", "Which is the better buy for me?"],
    chatty: ["You're the expert, just tell me which one to get"],
  },
  compare: {
    plain: [
      "Put {item} and {other} next to each other for me",
      "{item} or {other}, what sets them apart?",
      "Why would I get {item} over {other}?",
    ],
  },
  tellMore: {
    brief: ["{item}: details?"],
    plain: ["Sell me on {item}", "What's special about {item}?", "Go on, what about {item}"],
    chatty: ["Nearly there with {item}, what else can you say for it?"],
  },
  like: {
    brief: ["{item} seems nice"],
    plain: ["I'm leaning towards {item}", "{item} appeals to me", "{item} seems about right"],
    chatty: ["Oh {item} is rather lovely isn't it"],
  },
  more: {
    brief: ["next"],
    plain: ["What other options are there?", "Got any more?", "Let me see some different ones"],
    chatty: ["Don't suppose there's more where that came from?"],
  },
  noneOfThese: {
    brief: ["nah"],
    plain: ["These don't do it for me", "Nothing there I'd buy"],
    chatty: ["I appreciate it but honestly nothing there speaks to me"],
  },
  revise: {
    adjective: { plain: ["Scratch that, {wish} instead of {former}"] },
    prepositional: {
      plain: [
        "Scratch that: one {wish}, forget {former}",
        "You know what, make it {wish} instead of {former}",
      ],
    },
    noun: { plain: ["Scratch that, I'd want {wish} instead of {former}"] },
  },
  stretch: {
    plain: ["I suppose I can stretch to {amount}", "Let's say {amount} then"],
  },
  giveWay: {
    brief: ["skip the {attribute}"],
    plain: ["I can live without the {attribute} bit", "Let's be flexible on the {attribute}"],
  },
  holdFirm: { brief: ["nope, need it all"], plain: ["I won't compromise on those", "All of it has to stay"] },
  askAgain: {
    plain: ["Back to what I wanted to know: {question}", "Still waiting on this: {question}"],
  },
  accept: {
    brief: ["sold, {item}", "{item} please"],
    plain: ["Alright, {item} goes in my basket", "Done, I'm getting {item}", "Let's go ahead with {item}"],
    chatty: ["That settles it, {item} is coming home with me"],
  },
  leave: {
    annoyed: {
      brief: ["waste of time"],
      plain: ["We're going in circles, I'm off", "I've had enough, goodbye"],
    },
    "out-of-patience": {
      brief: ["out of time"],
      plain: ["My bus is here, bye", "I need to think about it, see you"],
    },
    "gave-up": { plain: ["Seems I'm in the wrong shop. Bye", "I'll try somewhere else then, thanks"] },
  },
};
