import type { WordingSet } from "./wording-set.ts";

export const TRAINING_WORDING: WordingSet = {
  name: "training",
  recipients: [
    "my sister",
    "my dad",
    "a friend",
    "my wife",
    "my boyfriend",
    "a colleague",
    "my son",
    "my mum",
  ],
  upTo: ["under {amount}", "for {amount} max", "below {amount}"],
  roughly: ["about", "around", "roughly"],
  from: ["from"],
  greetings: ["Hi", "Hello", "Hey", "Hi there"],
  asides: [
    "Rainy day here so I'm finally getting round to this",
    "My friend told me about your shop",
    "I've been putting this off for weeks",
    "You'd think this would be easy",
    "Just got home from work",
  ],
  closers: ["Thanks!", "Thanks a lot", "Cheers", ":)"],
  musings: ["Hmm,", "Ok,", "Nice,", "Oh,"],
  joints: [". ", ", ", " and ", ". Also "],
  places: [
    ["the first one", "the first"],
    ["the second one", "the second", "the 2nd one"],
    ["the third one", "the third", "the 3rd one"],
    ["the fourth one"],
  ],
  sole: ["that one", "this one"],
  open: {
    brief: ["{thing}", "need {thing}", "{thing}?"],
    plain: [
      "I'm looking for {thing}",
      "I need {thing}",
      "Can you help me find {thing}?",
      "Looking for {thing}",
      "I want to buy {thing}",
    ],
    chatty: [
      "So I've been thinking about getting {thing} for a while now",
      "I was wondering if you could help me, I need {thing}",
    ],
  },
  openForSomebody: {
    plain: [
      "I'm looking for {thing} for {recipient}",
      "Need a present for {recipient}, I was thinking of {thing}",
      "I want to get {recipient} {thing}",
    ],
    chatty: ["It's nearly {recipient}'s birthday and I thought of {thing}"],
  },
  sayKind: {
    brief: ["{thing}"],
    plain: ["I need {thing}, that's all", "It's {thing} I'm looking for", "I was asking for {thing}"],
  },
  wish: {
    adjective: {
      brief: ["{wish}"],
      plain: ["It has to be {wish}", "It should be {wish}", "Needs to be {wish}"],
      chatty: ["It would be so good if it was {wish}"],
    },
    prepositional: {
      brief: ["{wish}"],
      plain: ["Something {wish}", "I'd like one {wish}", "It should be one {wish}"],
      chatty: ["I'd really like something {wish} if you have it"],
    },
    noun: {
      brief: ["{wish}"],
      plain: ["I want one with {wish}", "It needs {wish}", "With {wish}"],
      chatty: ["I was hoping to find one with {wish}"],
    },
  },
  budget: {
    brief: ["{amount} max", "{amount} tops"],
    plain: ["I don't want to spend more than {amount}", "My budget is {amount}", "Not above {amount} please"],
    chatty: ["I'd rather not go over {amount}, it's been an expensive month"],
  },
  indifferent: {
    brief: ["don't mind", "any"],
    plain: ["I don't mind", "Doesn't matter to me", "No preference on that"],
    chatty: ["Oh I really don't mind about that"],
  },
  agree: {
    brief: ["yes", "yep"],
    plain: ["Yes that's right", "Yes exactly", "Correct"],
    chatty: ["Yes, you got it!"],
  },
  firstTime: {
    brief: ["first one"],
    plain: ["No, this would be my first", "Never had one before"],
    chatty: ["No I've never owned one, so I'm a bit lost to be honest"],
  },
  hadBefore: {
    brief: ["had one before"],
    plain: ["Yes, I had one for years and it wore out", "I've got an old one that needs replacing"],
    chatty: ["Yes I've had one since forever, but it finally gave up on me"],
  },
  learnt: {
    adjective: {
      brief: ["old one wasn't {wish}"],
      plain: [
        "My old one wasn't {wish} and I hated that",
        "The last one I had wasn't {wish}, so this time it has to be {wish}",
      ],
      chatty: ["The one I had wasn't {wish}, you have no idea how annoying that was"],
    },
    prepositional: {
      brief: ["want it {wish} this time"],
      plain: ["I want one {wish} this time", "My last one was wrong for me, it should be one {wish}"],
      chatty: ["I learned my lesson with the old one, I want something {wish} now"],
    },
    noun: {
      brief: ["needs {wish} this time"],
      plain: ["My old one came without {wish}, and I missed it", "From experience I need {wish}"],
      chatty: ["What I always missed on my old one was {wish}"],
    },
  },
  forMyself: { brief: ["me"], plain: ["It's for me", "For myself"] },
  forSomebody: { plain: ["It's for {recipient}", "A present for {recipient}"] },
  lacks: {
    adjective: {
      brief: ["{item} isn't {wish}"],
      plain: [
        "But {item} isn't {wish}, I need it to be {wish}",
        "Is there one that's {wish}? I don't see it on {item}",
      ],
      chatty: ["It's nice but {item} isn't {wish} as far as I can see, and that matters to me"],
    },
    prepositional: {
      brief: ["need one {wish}"],
      plain: ["Not {item}, I'd need one {wish}", "Do you have one {wish}? {item} doesn't look like it"],
      chatty: ["I like the look of {item} but I really wanted one {wish}"],
    },
    noun: {
      brief: ["need {wish}"],
      plain: ["I can't use {item}, I need {wish}", "Not {item}, I want {wish}"],
      chatty: ["Shame, {item} would be great if it had {wish}"],
    },
  },
  tooDear: {
    brief: ["too much, {amount} max"],
    plain: ["{item} is more than I want to spend, {amount} is my limit", "That's over my budget of {amount}"],
    chatty: ["Ouch, {item} costs more than I planned, I can do {amount} at most"],
  },
  isIt: {
    adjective: { plain: ["Is {item} {wish}?", "Do you know if {item} is {wish}?"] },
    prepositional: { plain: ["Is {item} one {wish}?", "Do they make {item} {wish}?"] },
    noun: { plain: ["Does {item} have {wish}?", "Does {item} come with {wish}?"] },
  },
  askAbout: {
    brief: ["{attribute} of {item}?"],
    plain: ["What's the {attribute} of {item}?", "Can you tell me the {attribute} of {item}?"],
    chatty: ["I couldn't find the {attribute} of {item} anywhere, do you know it?"],
  },
  offCatalog: [
    "How long does delivery take?",
    "Can I send it back if I don't like it?",
    "Is there a guarantee on it?",
    "Do you gift wrap?",
    "Can I pick it up somewhere?",
    "Where is it made?",
  ],
  doubtQuality: {
    brief: ["is {item} any good though?"],
    plain: [
      "I'm just not sure {item} will last",
      "Hard to tell if {item} is any good",
      "What do people who bought {item} think of it?",
    ],
    chatty: ["I've been burned by cheap stuff before, so is {item} really any good?"],
  },
  doubtPrice: {
    plain: ["Is {item} worth the money?", "Feels like a lot of money for {item}, is it worth it?"],
  },
  doubtAttribute: {
    plain: ["Not sure about the {attribute} of {item}", "I'm a bit worried about the {attribute} of {item}"],
  },
  askOpinion: {
    brief: ["which one?"],
    plain: ["Which one would you go for?", "What would you choose?", "Which of them suits me best?"],
    chatty: ["Ah I can't decide, which would you get if you were me?"],
  },
  compare: {
    plain: [
      "What's the difference between {item} and {other}?",
      "How does {item} compare with {other}?",
      "Is {item} better than {other}?",
    ],
  },
  tellMore: {
    brief: ["more on {item}?"],
    plain: ["Can you tell me more about {item}?", "What else should I know about {item}?"],
    chatty: ["I'd love to hear a bit more about {item}"],
  },
  like: {
    brief: ["{item} looks good"],
    plain: ["I like {item}", "{item} looks good", "{item} could be it"],
    chatty: ["Ooh I quite like {item}"],
  },
  more: {
    brief: ["others?"],
    plain: ["What else do you have?", "Can I see some others?", "Anything else like that?"],
    chatty: ["Would you have a few others I could look at?"],
  },
  noneOfThese: {
    brief: ["none of those"],
    plain: ["Not really what I had in mind", "I don't think any of those are for me"],
    chatty: ["They're lovely but none of them is really what I imagined"],
  },
  revise: {
    adjective: { plain: ["Thinking about it again, better {wish} than {former}"] },
    prepositional: {
      plain: [
        "I changed my mind, I'd rather have one {wish}, not {former}",
        "Thinking about it, better {wish} than {former}",
      ],
    },
    noun: { plain: ["I changed my mind, {wish} would be better than {former}"] },
  },
  stretch: {
    plain: ["I could go up to {amount} if it's worth it", "Ok, {amount} would still be fine"],
  },
  giveWay: {
    brief: ["{attribute} not that important"],
    plain: ["The {attribute} isn't that important to me", "I could do without the {attribute} part"],
  },
  holdFirm: { brief: ["no, all of it"], plain: ["No, all of that matters", "I'd like to keep all of it"] },
  askAgain: {
    plain: ["I asked something though: {question}", "You haven't answered me: {question}"],
  },
  accept: {
    brief: ["{item} it is", "ok {item}"],
    plain: ["Ok, I'll take {item}", "I'm going with {item}", "{item} then, I'll buy it"],
    chatty: ["You convinced me, I'll take {item}!"],
  },
  leave: {
    annoyed: { brief: ["forget it"], plain: ["This isn't helping, I'll look elsewhere", "Never mind, bye"] },
    "out-of-patience": {
      brief: ["gotta go"],
      plain: ["I have to go, maybe another time", "I'll leave it for now, bye"],
    },
    "gave-up": {
      plain: ["Doesn't look like you have it. Thanks anyway", "I guess you don't have what I want, bye"],
    },
  },
};
