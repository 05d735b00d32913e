/** @jsxImportSource hono/jsx */
import { MAKERS, type Maker } from "../products/goods.ts";
import { STOCK } from "../products/stock.ts";

const STORIES: Record<Maker, string> = {
  Oxbarrow:
    "Bags, sewn in a former grain store. They will mend a zip for as long as there is a bag around it.",
  Sallowmere: "Rain coats and wool. Began with one raincoat for the founder's aunt, a postwoman.",
  Pinecrake:
    "Tents and everything one sleeps in. Every tent is pitched once, in the yard, before it is sold.",
  Glimwick: "Lamps with as few buttons as possible.",
  Cinderpot: "Pots, stoves and one very good skillet.",
  Wellhollow: "Bottles and flasks. Three shapes, eleven years, no new model each spring.",
  "Tussock & Sole": "Shoes on four lasts, from narrow to wide, most of which a cobbler can resole.",
  Ryebolt: "Bikes and what belongs on them, built by nine people and a dog called Cotter.",
};

export function AboutPage() {
  return (
    <div class="wrap prose">
      <header class="page-head">
        <h1>A shop between the lake and the tram stop</h1>
        <p>A tarn is a small mountain lake. We started beside one, with a shelf of flasks and a stove.</p>
      </header>
      <p>
        The tram came later, and with it people who wanted a jacket for the ridge that would also do for the
        office. We found that the two wishes are one: light, dry, plain, and mendable. So we keep{" "}
        {STOCK.length} things that we would carry ourselves, say what they weigh, and print the bad reviews
        next to the good ones.
      </p>
      <h2 id="makers">Our makers</h2>
      <dl class="makers">
        {MAKERS.map((maker) => (
          <div>
            <dt>{maker}</dt>
            <dd>{STORIES[maker]}</dd>
          </div>
        ))}
      </dl>
      <h2 id="delivery">Delivery &amp; returns</h2>
      <p>
        This is a demonstration shop, so nothing leaves the shelf. If it were a real one, it would tell you
        here how soon a parcel comes, what it costs and how to send it back, in words as plain as these.
      </p>
      <h2>Who is Wren?</h2>
      <p>
        Wren answers in the corner of every page. Wren is an AI, not a person, and speaks only of what is
        written in our catalog and in our customers' reviews.
      </p>
    </div>
  );
}
