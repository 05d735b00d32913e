/** Names with what there is of each; what there is nothing of is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, readonly string[]])[] }) {
  const known = facts.filter(([, values]) => values.length > 0);
  return (
    <dl class="facts small">
      {known.map(([name, values]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {values.length === 1 ? (
              values[0]
            ) : (
              <ul>
                {values.map((value, index) => (
                  <li key={index}>{value}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
