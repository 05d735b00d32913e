/** A turn before words: what will be said, with evidence. The plan decides; a voice only phrases it. Types only. */
import type { RespondsTo } from "../../shared/shopper-socket.ts";
import type { Money, Product, Sku } from "../catalog/product.ts";
import type { Claim } from "../dialogue/claims.ts";
import type { Settled } from "../dialogue/events.ts";
import type { Redirection } from "../dialogue/stall.ts";
import type { OpenQuestion, Preference } from "../dialogue/state.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import type { PeopleBack } from "../initiative/opening-hours.ts";

/** The meaning of one move. Claim ids point into the plan's `claims`; skus into its `products`. */
export type Content =
  | { type: "greet"; returning: boolean }
  /** "I'm Ada, the shop's AI assistant" [GRD-5]. */
  | { type: "disclose-ai" }
  /** "Are you a robot?" is answered plainly. */
  | { type: "answer-identity" }
  /** Where an earlier conversation was left. `sku` is null when the item is no longer in the catalog. */
  | {
      type: "recall-visit";
      preferences: Preference[];
      item: { sku: Sku | null; title: string; standing: "chosen" | "liked" | "suggested" | "asked" } | null;
    }
  /** Since then the item's price has changed, or it has sold out. */
  | { type: "note-change"; sku: Sku; claim: string }
  | { type: "note-gone"; title: string }
  /** What the shopper asked then, and nobody answered. */
  | { type: "recall-question"; question: OpenQuestion }
  | { type: "ask-go-on" }
  /** "Something new": what was remembered is set aside. */
  | { type: "start-anew" }
  /** The opening sees the product page the shopper is on. */
  | { type: "notice-page"; sku: Sku; claims: string[] }
  /** The shopper goes back and forth between two products; claims tell how they differ. */
  | { type: "notice-weighing"; skus: Sku[]; claims: string[] }
  /** Something has been in the cart for a while. */
  | { type: "notice-cart" }
  /** The shop's own search found nothing. */
  | { type: "notice-no-results"; query: string | null }
  /** The cards are what comes nearest to it. */
  | { type: "show-nearest"; skus: Sku[] }
  | { type: "offer-narrowing"; claims: string[]; questions: number }
  | { type: "offer-details"; sku: Sku }
  | { type: "offer-alternatives" }
  | { type: "offer-comparison"; skus: Sku[] }
  /** `away` outside the hours in which people take over; absent where nobody ever does [AGT-4]. */
  | { type: "offer-person"; available: boolean; away?: PeopleAway }
  /** The question of the turn; `values` become quick replies. `of` is what is searched for, in the plural: "gravel bikes". */
  /** `again` is the ledger entry of the same question, when it was passed over before [LED-4]. */
  | { type: "ask-attribute"; attribute: string; values: string[]; of: string; again?: string }
  | { type: "ask-category"; values: string[] }
  | { type: "ask-budget"; claims: string[]; of: string }
  | { type: "ask-usage"; of: string; values: string[] }
  | { type: "ask-experience"; of: string; values: string[] }
  /** "It's for my daughter" left this open; `values` are the choices there are. */
  | { type: "ask-assumed"; question: OpenQuestion; values: string[] }
  | { type: "ask-choice"; skus: Sku[] }
  | { type: "ask-what-else" }
  | { type: "confirm-preferences"; preferences: Preference[] }
  | { type: "restate-preferences"; preferences: Preference[] }
  | { type: "acknowledge-preferences"; preferences: Preference[]; withdrawn: Preference[] }
  /** `loss` is a death, `trouble` an illness or the like: taken up quietly. */
  | { type: "acknowledge-feeling"; feeling: "positive" | "negative" | "loss" | "trouble" }
  | { type: "acknowledge-choice"; sku: Sku }
  | { type: "acknowledge-rejection"; skus: Sku[] }
  | { type: "empathise"; preference: Preference }
  /**
   * Introduces the cards of this turn: new to the shopper, seen before and left by the latest wishes, or brought back from
   * an earlier visit. `claims` hold
   * the count and what they have in common.
   */
  | { type: "present-cards"; skus: Sku[]; claims: string[]; standing: "fresh" | "left" | "again" }
  /**
   * The first card is the first in the order that was asked for. Of the rest, `ties` are level with it, and `unstated` fit
   * but have no such value.
   */
  | {
      type: "tell-extreme";
      sku: Sku;
      preference: Preference;
      attribute: string;
      claims: string[];
      ties: number;
      unstated: number;
    }
  /** An order was asked for that the catalog has no numbers for. */
  | { type: "cannot-rank"; preference: Preference }
  /** "Something cheaper" than what nothing that fits is cheaper than. */
  | { type: "nothing-beyond"; sku: Sku; preference: Preference; claims: string[] }
  /** A budget in a currency that the shop has no prices in, which is `currency` (ISO 4217); nothing is converted. */
  | { type: "other-currency"; preference: Preference; currency: string }
  /** Facts on one item, two or three at the most. */
  | { type: "tell-facts"; sku: Sku; claims: string[] }
  /** Into a silence: something on the item at hand that was not said yet [INI-2]. */
  | { type: "add-fact"; sku: Sku; claims: string[] }
  /** Into a silence after a question: nobody has to know the answer offhand. */
  | { type: "ease-question"; attribute: string }
  /** Into the silence after an opening: what there is to begin with. */
  | { type: "name-departments"; values: string[] }
  /** The talk has stalled [INI-3]: each of two items is better at something, and leaning either way is an answer. */
  | { type: "contrast-pair"; skus: Sku[]; claims: string[] }
  /** What was settled so far, and how much that leaves. */
  | { type: "sum-up"; preferences: Preference[]; claims: string[] }
  /** What there would be if one wish gave way a little: `from` is the lowest price over the budget. */
  | { type: "offer-relaxing"; preference: Preference; claims: string[]; from: Money }
  /** Nothing has to be decided today. */
  | { type: "graceful-end" }
  | { type: "answer-fact"; question: OpenQuestion; sku: Sku | null; claims: string[]; holds: boolean | null }
  /** What the merchant has answered to it, where the catalog has no word on it [GAP-2]. */
  | { type: "relay-answer"; question: OpenQuestion; sku: Sku | null; claims: string[] }
  | { type: "cannot-answer"; question: OpenQuestion; sku: Sku | null }
  /** Leads over to what was raised earlier and left open [LED-4]; `closing` when it is the last chance to. */
  | { type: "return-to"; question: OpenQuestion; closing: boolean }
  /** "Show me more" when everything that comes close was shown. */
  | { type: "nothing-more" }
  | {
      type: "take-stance";
      sku: Sku;
      over: Sku | null;
      claims: string[];
      /** Another item was the pick before; `news` then says why it no longer is [MOV-3]. */
      changed: boolean;
      /** It was the pick before, and is repeated. */
      again?: boolean;
      news?: StanceNews | null;
    }
  /** What a customer wrote; `against` is another's words, where reviews disagree. */
  | { type: "relay-review"; sku: Sku; claim: string; against?: string }
  | { type: "model-choice"; sku: Sku; preferences: Preference[]; claims: string[] }
  | { type: "encourage"; sku: Sku; claims: string[] }
  /**
   * What the shopper holds against an item, answered: `concedes` when the evidence bears them out, or when there is none
   * [MOV-4].
   */
  | { type: "answer-objection"; about: string; sku: Sku; claims: string[]; concedes: boolean }
  /** An honest negative: the likely objection, said first. */
  | { type: "admit-miss"; sku: Sku; claim: string }
  /** A wish that none of the cards is known to answer, so that it is not dropped in silence. */
  | { type: "admit-unmet"; skus: Sku[]; preference: Preference }
  /** What must not be in it, the listing neither names nor denies: no promise is made of silence. */
  | { type: "cannot-promise"; skus: Sku[]; value: string }
  /** Nothing matches: names the constraint that excludes most, and what there is without it [INI-4]. */
  | {
      type: "relax";
      preference: Preference;
      /** Further ones that had to give way with it. */
      also?: Preference[];
      claims: string[];
      nearest: Money | string | null;
    }
  /**
   * The same brand was looked for in vain before: what the shop has of it in other kinds, with the number of them, or that it
   * has nothing of it.
   */
  | { type: "brand-elsewhere"; preference: Preference; kinds: string[]; claims: string[] }
  /** What matches is out of stock; `claim` says so, null when it was said before. */
  | { type: "sold-out"; sku: Sku; claim: string | null }
  /** The shop has none of what is wished for; `instead` are kinds that it has. */
  | { type: "no-such-kind"; kind: string; instead: string[] }
  | { type: "not-understood"; fragment: string }
  | { type: "other-language"; language: string }
  | { type: "decline-topic" }
  /** "I'll think about it": no pressure. */
  | { type: "give-time" }
  | { type: "apologise" }
  | { type: "welcome-thanks" }
  | { type: "farewell"; sku: Sku | null };

/** What is new since the agent took its last stance, and why that one changes or has to be said anew. */
export type StanceNews =
  /** The shopper wishes for something since, which the earlier pick (`sku`) misses. */
  | { type: "wish"; sku: Sku; preference: Preference; claim: string }
  /** What was found since meets a wish that the earlier pick does not. */
  | { type: "found"; preference: Preference; claim: string }
  | { type: "sold-out"; sku: Sku; claim: string }
  /** Its price is another than when it was picked; `claim` is the price now. */
  | { type: "price"; sku: Sku; was: Money; claim: string }
  /** It is no longer in the shop. */
  | { type: "gone" };

export interface PlannedMove {
  strategy: Strategy;
  contents: Content[];
}

/** The cards side by side. `values` stand in the order of the cards; null where the listing says nothing. */
export interface ComparisonTable {
  rows: { label: string; values: ({ text: string; claims: string[] } | null)[] }[];
}

export interface PlannedInvitation {
  kind: "question" | "choice" | "offer";
  /** Index of the move whose last content invites; null when the cards and quick replies do it without words. */
  move: number | null;
}

export interface TurnPlan {
  respondsTo: RespondsTo;
  moves: PlannedMove[];
  claims: Claim[];
  /** Every product the turn may speak of: the cards and what is discussed. */
  products: Product[];
  cards: { sku: Sku; why: string }[];
  comparison?: ComparisonTable;
  replies: string[];
  invitation: PlannedInvitation | null;
  /** `insteadOf` is the earlier pick that this one takes the place of. */
  stance: { sku: Sku; over: Sku | null; because: string[]; insteadOf?: Sku } | null;
  anticipates: {
    sku: Sku;
    objection: "over-budget" | "low-rating" | "out-of-stock" | "misses-wish";
    detail: string;
  } | null;
  asks: string | null;
  settled: Settled[];
  /** Ledger entries of earlier turns that this one comes back to [LED-4]. */
  returnsTo?: string[];
  farewell: boolean;
  /** How this turn redirects a stalled talk [INI-3]; absent when it does not. */
  redirection?: Redirection;
}

/** Outside the hours in which people take over: when they are back, null when never; and what the merchant has said of it. */
export interface PeopleAway {
  back: PeopleBack | null;
  words: string | null;
}

/** Who speaks, and how. From the site's settings. */
export interface Persona {
  name: string;
  shop: string;
  tone: "warm" | "brisk" | "playful";
  emoji: boolean;
  /** The merchant's own words to greet a new shopper with; what they leave unsaid of being an AI is said after them. */
  greeting?: string;
}

/** One sentence a voice made, with the claims it rests on. `text` has no surrounding space. */
export interface PhrasedSentence {
  text: string;
  /** What `text` is a translation of: the guard holds this against the plan. */
  source?: string;
  move: number;
  claims: string[];
  /** The merchant's own words: no other voice rewords them. */
  verbatim?: boolean;
}
