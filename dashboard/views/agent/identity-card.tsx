import { AreaField } from "../../parts/area-field.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { Card, type CardProps, problemAt, Shipped, settingIn } from "./card.tsx";
import { Switch } from "./inputs.tsx";
import { Portrait } from "./portrait.tsx";

const TONES = [
  { value: "warm", name: "Warm: attentive, like a good small shop" },
  { value: "brisk", name: "Brisk: friendly and to the point" },
  { value: "playful", name: "Playful: light, never silly" },
] as const;
const MANNERS = [
  { value: "sociable", name: "Sociable: small talk, opinions and stories have their place" },
  { value: "informational", name: "Factual: keeps to products and facts" },
] as const;

export function IdentityCard(card: CardProps) {
  const name = settingIn(card, "agent", "name");
  const tone = settingIn(card, "agent", "tone");
  const emoji = settingIn(card, "agent", "emoji");
  const avatar = settingIn(card, "agent", "avatarUrl");
  const greeting = settingIn(card, "agent", "greeting");
  const disclosure = settingIn(card, "agent", "disclosure");
  const { draft, defaults, set } = card;
  return (
    <Card title="Name and voice" about="Who shoppers talk with, and how it sounds.">
      <Shipped name="Name" as={name.shipped} reset={name.reset}>
        <Field label="Name" value={name.value} error={name.error} onValue={name.put} />
      </Shipped>
      <Shipped name="Tone" as={firstWord(TONES, tone.shipped)} reset={tone.reset}>
        <Select label="Tone" value={tone.value} options={TONES} onValue={tone.put} />
      </Shipped>
      <Shipped
        name="Manner"
        as={firstWord(MANNERS, defaults.mode)}
        reset={card.mayChange && draft.mode !== defaults.mode ? () => set({ mode: defaults.mode }) : null}
      >
        <Select label="Manner" value={draft.mode} options={MANNERS} onValue={(mode) => set({ mode })} />
      </Shipped>
      <Switch label="May use an emoji now and then" isOn={emoji.value} onSwitch={emoji.put} />
      <Shipped name="Picture" as="a mark of its own" reset={avatar.reset}>
        <div class="agent-avatar">
          <Field
            label="Picture"
            value={avatar.value ?? ""}
            placeholder="https://…"
            help="The address of a square picture. Left empty, the agent has a mark of its own."
            error={avatar.error}
            onValue={(text) => avatar.put(text.trim() === "" ? undefined : text.trim())}
          />
          <Portrait url={avatar.value} accent={draft.theme.accent} />
        </div>
      </Shipped>
      <Shipped name="Greeting" as="words of the agent's own" reset={greeting.reset}>
        <AreaField
          label="Greeting"
          value={greeting.value ?? ""}
          rows={2}
          maxLength={300}
          placeholder="Welcome to {shop}, good to see you."
          help="Your own first words to new shoppers, said as you write them; {name} and {shop} are filled in. Left empty, the agent greets in words of its own."
          error={problemAt(card.problems, "agent.greeting")}
          onValue={(text) => greeting.put(text.trim() === "" ? undefined : text)}
        />
      </Shipped>
      <Shipped name="Says that it is an AI" as={`“${disclosure.shipped}”`} reset={disclosure.reset}>
        <AreaField
          label="Says that it is an AI"
          value={disclosure.value}
          rows={2}
          maxLength={300}
          help="Stands behind the sign “AI assistant”; {name} and {shop} are filled in. The first words to a new shopper say it as well."
          error={disclosure.error}
          onValue={disclosure.put}
        />
      </Shipped>
    </Card>
  );
}

function firstWord(options: readonly { value: string; name: string }[], value: string): string {
  return (options.find((option) => option.value === value)?.name ?? value).replace(/:.*/, "").toLowerCase();
}
