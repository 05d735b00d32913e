import { useId } from "preact/hooks";
import { Field } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Card, type CardProps, Shipped, settingIn } from "./card.tsx";
import { inkOn } from "./ink-on.ts";
import { Mark, Portrait } from "./portrait.tsx";

const SCHEMES = [
  { value: "auto", name: "As the page is" },
  { value: "light", name: "Light" },
  { value: "dark", name: "Dark" },
] as const;
const CORNERS = [
  { value: "left", name: "Left" },
  { value: "right", name: "Right" },
] as const;
const COLOUR = /^#[0-9a-f]{6}$/i;

export function LooksCard(card: CardProps) {
  const accent = settingIn(card, "theme", "accent");
  const scheme = settingIn(card, "theme", "scheme");
  const position = settingIn(card, "theme", "position");
  const id = useId();
  const shown = COLOUR.test(accent.value) ? accent.value : accent.shipped;
  return (
    <Card title="Looks" about="The button on your pages, and the chat that it opens.">
      <div class="agent-looks">
        <div class="form">
          <Shipped name="Colour" as={accent.shipped} reset={accent.reset}>
            <div class="agent-colour">
              <Field
                label="Colour"
                value={accent.value}
                help="Of the button and of what can be pressed."
                error={accent.error}
                onValue={accent.put}
              />
              <label for={id} class="visually-hidden">
                Pick the colour
              </label>
              <input
                id={id}
                type="color"
                value={shown}
                onInput={(event) => accent.put(event.currentTarget.value)}
              />
            </div>
          </Shipped>
          <Shipped name="Light or dark" as="as the page is" reset={scheme.reset}>
            <Choice title="Light or dark" value={scheme.value} options={SCHEMES} onValue={scheme.put} />
          </Shipped>
          <Shipped name="Corner" as={position.shipped} reset={position.reset}>
            <Choice
              title="Corner of the page"
              value={position.value}
              options={CORNERS}
              onValue={position.put}
            />
          </Shipped>
        </div>
        <Sample
          accent={shown}
          isDark={scheme.value === "dark"}
          position={position.value}
          name={card.draft.agent.name}
          avatarUrl={card.draft.agent.avatarUrl}
        />
      </div>
    </Card>
  );
}

function Choice<Value extends string>({
  title,
  ...rest
}: {
  title: string;
  value: Value;
  options: readonly { value: Value; name: string }[];
  onValue: (value: Value) => void;
}) {
  return (
    <div class="agent-choice">
      <span aria-hidden="true">{title}</span>
      <Segments label={title} {...rest} />
    </div>
  );
}

function Sample({
  accent,
  isDark,
  position,
  name,
  avatarUrl,
}: {
  accent: string;
  isDark: boolean;
  position: "left" | "right";
  name: string;
  avatarUrl: string | undefined;
}) {
  return (
    <div
      role="img"
      aria-label={`The chat's head and its button, at the ${position}`}
      class="agent-sample"
      data-side={position}
      {...(isDark && { "data-dark": true })}
    >
      <div class="agent-sample-panel">
        <Portrait url={avatarUrl} accent={accent} />
        <span class="agent-sample-who">
          <strong>{name}</strong>
          <span>AI assistant</span>
        </span>
      </div>
      <span class="agent-sample-button" style={{ background: accent, color: inkOn(accent) }}>
        <Mark />
      </span>
    </div>
  );
}
