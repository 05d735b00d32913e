import { fullTime, shortTime } from "../../parts/words.ts";

/** Who speaks and when; the number is the turn's own address. */
export function TurnHead({ who, at, seq, badge }: { who: string; at: string; seq: number; badge?: string }) {
  return (
    <header class="turn-head small">
      <strong>{who}</strong>
      {badge && <span class="badge badge-accent">{badge}</span>}
      <time class="faint" dateTime={at} title={fullTime(at)}>
        {shortTime(at)}
      </time>
      <a class="turn-link" href={`#turn-${seq}`} aria-label={`Link to turn ${seq}`}>
        #{seq}
      </a>
    </header>
  );
}
