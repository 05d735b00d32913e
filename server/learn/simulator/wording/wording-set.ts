/**
 * The words simulated shoppers write with, as data: frames with slots, by wordiness. No frame and no synonym is taken from
 * the agent's understanding or its tests, so that talking to it tests it [POL-4]. Two sets exist, one to train with and one
 * to judge by; they share no frame.
 *
 * Slots: {thing} a noun phrase, {kind}, {wish} (worded by its form, see `WishForm`), {amount}, {item}, {other}, {attribute},
 * {value}, {former}, {recipient}, {question}.
 */
export type Wordiness = "brief" | "plain" | "chatty";
export type Frame = Partial<Record<Wordiness, readonly string[]>> & { plain: readonly string[] };

/** "waterproof" stands before a noun or after "is", "in black" after a noun, "a zip closure" after "with" or "has". */
export type WishForm = "adjective" | "prepositional" | "noun";

export interface WordingSet {
  name: string;
  recipients: readonly string[];
  /** "under $60", as it follows a noun. */
  upTo: readonly string[];
  /** Before a measure: "about 20 l". */
  roughly: readonly string[];
  from: readonly string[];
  greetings: readonly string[];
  /** Small talk of chatty people, before and after what they say. */
  asides: readonly string[];
  closers: readonly string[];
  /** What a reaction to something shown begins with. */
  musings: readonly string[];
  /** Between two things said in one message. */
  joints: readonly string[];
  /** Naming one card among several by its place, from the first; and the only one. */
  places: readonly (readonly string[])[];
  sole: readonly string[];
  open: Frame;
  openForSomebody: Frame;
  /** The kind once more, when it was asked for or missed. */
  sayKind: Frame;
  wish: Record<WishForm, Frame>;
  budget: Frame;
  indifferent: Frame;
  agree: Frame;
  /** No experience, some, and some that taught a wish. */
  firstTime: Frame;
  hadBefore: Frame;
  learnt: Record<WishForm, Frame>;
  forMyself: Frame;
  forSomebody: Frame;
  /** An item lacks what is wished for, or the page doesn't say so. */
  lacks: Record<WishForm, Frame>;
  tooDear: Frame;
  /** A wish that the item at hand brought to mind. */
  isIt: Record<WishForm, Frame>;
  askAbout: Frame;
  /** Whole questions that no product listing answers. */
  offCatalog: readonly string[];
  doubtQuality: Frame;
  doubtPrice: Frame;
  doubtAttribute: Frame;
  askOpinion: Frame;
  compare: Frame;
  tellMore: Frame;
  like: Frame;
  more: Frame;
  noneOfThese: Frame;
  revise: Record<WishForm, Frame>;
  stretch: Frame;
  giveWay: Frame;
  holdFirm: Frame;
  askAgain: Frame;
  accept: Frame;
  leave: Record<"annoyed" | "out-of-patience" | "gave-up", Frame>;
}
