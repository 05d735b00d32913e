/** What shoppers say of what they were shown, and ask about it. */
import { type MessageTables, row } from "./labelled-message.ts";

export const SHOWN_ITEMS: MessageTables = {
  "[DST-2] critiques": {
    situation: "shown",
    rows: [
      row("cheaper", "critique", { critiques: ["price less"] }),
      row("something lighter", "critique", { critiques: ["weight less"] }),
      row("bigger", "critique", { critiques: ["size more"] }),
      row("the same in black", "critique", {
        critiques: ["colour other=Black"],
        wishes: ["colour is Black"],
      }),
      row("something less flashy", "critique", {
        critiques: ["style less"],
        wishes: ["not feature is flashy?"],
      }),
      row("like the second one but waterproof", "critique inform", {
        critiques: ["category same @s3"],
        wishes: ["feature is waterproof"],
        references: ["ordinal @s3"],
      }),
      row("too heavy", "critique", { critiques: ["weight less"] }),
      row("these are all too expensive for me", "critique", {
        critiques: ["price less"],
        sentiment: "negative",
      }),
      row("do you have anything cheaper?", "critique", { critiques: ["price less"] }),
      row("not light enough", "critique", { critiques: ["weight less"] }),
      row("a different brand", "critique", { critiques: ["brand other"] }),
      row("that one is too expensive", "critique", { critiques: ["price less @s1"] }),
      row("what about in black?", "critique", { critiques: ["colour other=Black"] }),
      row("lighter than the Canyon", "critique", {
        critiques: ["weight less @s3"],
        references: ["brand @s3"],
      }),
      row("another colour", "critique", { critiques: ["colour other"] }),
      row("more modern", "critique", { critiques: ["style more"], wishes: ["feature is modern?"] }),
      row("out of my price range", "critique", { critiques: ["price less"] }),
      row("less expensive", "critique", { critiques: ["price less"] }),
      row("can you show me something smaller?", "critique", { critiques: ["size less"] }),
      row("the second is nice but too heavy", "critique", {
        critiques: ["weight less @s3"],
        references: ["ordinal @s3"],
      }),
      row("bigger but not heavier", "critique", { critiques: ["size more", "weight less orEqual"] }),
      row("something similar to the first one", "critique", { critiques: ["category same @s1"] }),
      row("any cheaper ones?", "critique", { critiques: ["price less"] }),
      row("cheeper", "critique", { critiques: ["price less"] }),
      row("hmm that's over budget", "critique", { critiques: ["price less"] }),
      row("same brand but cheaper", "critique", { critiques: ["brand same", "price less"] }),
    ],
  },
  "[DST-2] second thoughts on what was shown": {
    situation: "shown",
    rows: [
      row("hm these are a bit pricey for me", "critique", { critiques: ["price less"] }),
      row("is there a lighter version of the first one?", "critique", { critiques: ["weight less @s1"] }),
      row("never mind, show me helmets instead", "ask-recommendation inform", {
        wishes: ["category is Helmets"],
      }),
      row("cool thanks! one more thing, does it come with pedals?", "thank ask-fact", {
        questions: ["asked feature=pedals @s1"],
        wishes: [],
      }),
      row("I'm 165 cm tall, would the domane fit me?", "inform ask-fact", {
        wishes: ["recipient is 165 cm?"],
        questions: ["asked size @s1"],
      }),
      row("okay let's do the canyon", "accept", { references: ["brand @s3"] }),
      row("what do you think?", "ask-recommendation"),
    ],
  },
  "[DST-2] trade-offs": {
    situation: "shown",
    rows: [
      row("lighter but not more expensive", "critique", { critiques: ["weight less", "price less orEqual"] }),
      row("lighter even if it's dearer", "critique", { critiques: ["weight less @s1"] }),
      row("heavier than I'd like", "critique", { critiques: ["weight less"] }),
      row("too many mudguards", "critique", {
        critiques: ["style less"],
        wishes: ["not feature is mudguards?"],
      }),
      row("I don't like the colour", "critique", { critiques: ["colour other"] }),
      row("the second but lighter", "critique", { critiques: ["weight less @s3"] }),
    ],
  },
  "what is not meant as it is said": {
    situation: "shown",
    rows: [
      row("thanks for nothing", "complain"),
      row("oh great, another red bike", "complain", { wishes: [] }),
      row("1199 dollars, what a bargain", "critique", { critiques: ["price less"], wishes: [] }),
      row("great, thanks", "thank"),
    ],
  },
  "[DST-3] references": {
    situation: "shown",
    rows: [
      row("I like the second one", "inform", { references: ["ordinal @s3"], sentiment: "positive" }),
      row("is that one waterproof?", "ask-fact", {
        references: ["deictic @s1"],
        questions: ["asked feature=waterproof @s1"],
      }),
      row("what does the canyon weigh?", "ask-fact", {
        references: ["brand @s3"],
        questions: ["asked weight @s3"],
      }),
      row("is the Domane comfortable?", "ask-fact", {
        references: ["title @s1"],
        questions: ["asked feature=comfortable @s1"],
      }),
      row("how much does the grial cost?", "ask-fact", {
        references: ["title @s3"],
        questions: ["asked price @s3"],
      }),
      row("tell me more about the last one", "ask-fact", { references: ["ordinal @s2"] }),
      row("number two looks good", "inform", { references: ["ordinal @s3"], sentiment: "positive" }),
      row("option 3?", "ask-fact", { references: ["ordinal @s2"] }),
      row("does the marlin come in blue", "ask-fact", {
        references: ["title @s2"],
        questions: ["asked colour=Blue @s2"],
      }),
      row("does the blue one have disc brakes?", "ask-fact", {
        references: ["deictic @s3"],
        questions: ["asked brakes=Disc brakes @s3"],
      }),
      row("is the Farpoint 40 waterproof?", "ask-fact", {
        references: ["title @s6"],
        questions: ["asked feature=waterproof @s6"],
      }),
      row("what about the thinkpad x1", "ask-fact", { references: ["title @s12"] }),
      row("the quietcomfort ultra", "inform", { references: ["title @s10"], wishes: [] }),
      row("how much is the cheapest one?", "ask-fact", {
        references: ["ordinal @s2"],
        questions: ["asked price @s2"],
      }),
      row("at first I thought it was nice", "inform"),
    ],
  },
  "[LED-1] [LED-2] questions": {
    situation: "shown",
    rows: [
      row("does it come in black?", "ask-fact", { questions: ["asked colour=Black @s1"] }),
      row("how heavy is it and what's the price?", "ask-fact", {
        questions: ["asked weight @s1", "asked price"],
      }),
      row("do you ship to Norway and what is the warranty?", "ask-fact", {
        questions: ["asked shipping", "asked warranty"],
      }),
      row("Is there a student discount? Also do you take PayPal?", "ask-fact", {
        questions: ["asked discount", "asked payment"],
      }),
      row("can I return it if it doesn't fit?", "ask-fact", { questions: ["asked returns @s1"] }),
      row("not sure it fits under a plane seat", "doubt", { questions: ["doubt size @s1"] }),
      row("I'm worried about the weight", "doubt", { questions: ["doubt weight"] }),
      row("if it comes in black I'll take it", "ask-fact", { questions: ["condition colour=Black @s1"] }),
      row("I'll take it if it is in stock", "ask-fact", { questions: ["condition availability @s1"] }),
      row("only if it's waterproof", "ask-fact", { questions: ["condition feature=waterproof @s1"] }),
      row("as long as it has disc brakes", "ask-fact", { questions: ["condition brakes=Disc brakes @s1"] }),
      row("what do people say about it?", "ask-fact", { questions: ["asked reviews @s1"] }),
      row("is it in stock?", "ask-fact", { questions: ["asked availability @s1"] }),
      row("what colours does it come in?", "ask-fact", { questions: ["asked variants @s1"] }),
      row("who makes the first one?", "ask-fact", { questions: ["asked brand @s1"] }),
      row("how long does the battery last", "ask-fact", { questions: ["asked battery life"] }),
      row("what is it made of?", "ask-fact", { questions: ["asked frame material @s1"] }),
      row("what's the weight and the frame material?", "ask-fact", {
        questions: ["asked weight", "asked frame material"],
      }),
      row("I was wondering if it has a rack", "ask-fact"),
      row("are you a robot?", "ask-fact", { questions: ["asked identity"] }),
      row("am I talking to a real person?", "ask-fact", { questions: ["asked identity"] }),
      row("how much is shipping?", "ask-fact", { questions: ["asked shipping"] }),
      row("how much is the e.l.f. lipstick?", "ask-fact", { questions: ["asked price"] }),
      row("any discounts going on?", "ask-fact", { questions: ["asked discount"] }),
      row("what if it breaks?", "doubt", { questions: ["doubt warranty @s1"] }),
      row("is it any good?", "ask-fact", { questions: ["asked reviews @s1"] }),
      row("Does it come in blue and is it lighter than the Canyon?", "ask-fact compare", {
        questions: ["asked colour=Blue @s1", "asked weight @s1 @s3"],
      }),
    ],
  },
  "[LED-1] assumptions and conflicts": {
    situation: "fresh",
    rows: [
      row("it's for my daughter", "inform", {
        wishes: ["recipient is daughter?"],
        questions: ["assumption age", "assumption size"],
      }),
      row("my 8 year old son needs a helmet", "inform", {
        wishes: ["recipient is 8 year old son?", "category is Helmets"],
        questions: ["assumption size"],
      }),
      row("a present for my wife", "inform", {
        wishes: ["recipient is wife?"],
        questions: [],
      }),
      row("light, strong and cheap", "inform", { questions: ["conflict weight", "conflict price"] }),
      row("at least 500 but under 300", "inform", { questions: ["conflict price"] }),
      row("something premium but cheap", "inform", { questions: ["conflict price"] }),
    ],
  },
};
