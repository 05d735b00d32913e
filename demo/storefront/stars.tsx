/** @jsxImportSource hono/jsx */

const STAR =
  "M8 1.300 10 5.700 14.800 6.200 11.200 9.400 12.200 14.100 8 11.700 3.800 14.100 4.800 9.400 1.200 6.200 6 5.700z";

/** Five stars filled to `value`, by halves; with `count`, how many people gave them. */
export function Stars({ value, count }: { value: number; count?: number }) {
  return (
    <span class="stars">
      <svg viewBox="0 0 84 16" width="84" height="16" role="img" aria-label={`${value} of 5 stars`}>
        {[0, 1, 2, 3, 4].map((place) => (
          <g transform={`translate(${place * 17} 0)`}>
            <path class="star-empty" d={STAR} />
            {value >= place + 0.75 && <path class="star-full" d={STAR} />}
            {value >= place + 0.25 && value < place + 0.75 && (
              <path class="star-full" d="M8 1.300V11.700L3.800 14.100 4.800 9.400 1.200 6.200 6 5.700z" />
            )}
          </g>
        ))}
      </svg>
      {count === undefined ? null : <small>{count}</small>}
    </span>
  );
}
