import { useEffect, useRef } from "preact/hooks";
import type { ProductCard } from "../../shared/shopper-socket.ts";
import type { AgentLine } from "../session/view.ts";
import { StarIcon } from "./icons.tsx";
import type { PanelActions } from "./panel-model.ts";
import * as words from "./words.ts";

interface ProductCardsProps {
  turn: AgentLine;
  offersCart: boolean;
  actions: PanelActions;
}

export function ProductCards({ turn, offersCart, actions }: ProductCardsProps) {
  return (
    <ul class="cards" aria-label={words.products}>
      {turn.cards.map((card) => (
        <Card
          key={card.sku}
          card={card}
          single={turn.cards.length === 1}
          onView={() => actions.viewCard(card, turn.turnId)}
          onClick={(event) => {
            if (!actions.clickCard(card, turn.turnId)) event.preventDefault();
          }}
          onAdd={offersCart && card.inStock ? () => actions.addToCart(card, turn.turnId) : null}
        />
      ))}
    </ul>
  );
}

interface CardProps {
  card: ProductCard;
  single: boolean;
  onView: () => void;
  onClick: (event: Event) => void;
  onAdd: (() => void) | null;
}

function Card({ card, single, onView, onClick, onAdd }: CardProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        onView();
      },
      { threshold: 0.6 },
    );
    if (item.current) seen.observe(item.current);
    return () => seen.disconnect();
  }, []);

  const { title, url, imageUrl, price, was, rating, inStock, why } = card;
  return (
    <li class={`card ${single ? "single" : ""}`} ref={item}>
      {imageUrl && <img class="picture" src={imageUrl} alt="" loading="lazy" />}
      <div class="about">
        <span class="title" dir="auto">
          <a href={url} onClick={onClick}>
            {title}
          </a>
        </span>
        <span class="price">
          {price.text}
          {was && (
            <s>
              <span class="unseen">{words.was} </span>
              {was.text}
            </s>
          )}
        </span>
        {rating && (
          <span class="small rating">
            <StarIcon />
            <span class="unseen">{words.rated(rating.value, rating.count)}</span>
            <span aria-hidden="true">
              {rating.value.toFixed(1)} ({rating.count})
            </span>
          </span>
        )}
        {!inStock && <span class="small">{words.outOfStock}</span>}
        {why && (
          <span class="small why" dir="auto">
            {why}
          </span>
        )}
        {onAdd && (
          <button type="button" class="pill add" onClick={onAdd}>
            {words.addToCart}
            <span class="unseen">: {title}</span>
          </button>
        )}
      </div>
    </li>
  );
}
