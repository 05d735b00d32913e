/** The settings in groups, as a merchant thinks of them. */
import type { ComponentChildren } from "preact";
import type { AgentSettings } from "../../api/settings.ts";
import { AreaField } from "../../parts/area-field.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { Amount, Switch } from "./inputs.tsx";

export interface SectionProps {
  draft: AgentSettings;
  problems: Readonly<Record<string, string>>;
  onDraft: (draft: AgentSettings) => void;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function Section({ title, about, children }: { title: string; about: string; children: ComponentChildren }) {
  return (
    <section class="card agent-section" aria-label={title}>
      <div class="card-head">
        <h2>{title}</h2>
      </div>
      <div class="card-body form">
        <p class="soft">{about}</p>
        {children}
      </div>
    </section>
  );
}

export function Identity({ draft, problems, onDraft }: SectionProps) {
  const { agent } = draft;
  const set = (values: Partial<AgentSettings["agent"]>) =>
    onDraft({ ...draft, agent: { ...agent, ...values } });
  return (
    <Section title="Who speaks" about="How the assistant introduces itself, and how it sounds.">
      <Field
        label="Name"
        value={agent.name}
        error={problems["agent.name"] ?? null}
        onValue={(name) => set({ name })}
      />
      <Select
        label="Tone"
        value={agent.tone}
        options={[
          { value: "warm", name: "Warm: attentive, like a good small shop" },
          { value: "brisk", name: "Brisk: friendly and to the point" },
          { value: "playful", name: "Playful: light, never silly" },
        ]}
        onValue={(tone) => set({ tone })}
      />
      <Select
        label="Manner"
        value={draft.mode}
        options={[
          { value: "sociable", name: "Sociable: talks like a person would" },
          { value: "informational", name: "Informational: keeps to the facts" },
        ]}
        onValue={(mode) => onDraft({ ...draft, mode })}
      />
      <Switch label="May use an emoji now and then" isOn={agent.emoji} onSwitch={(emoji) => set({ emoji })} />
      <div class="agent-avatar">
        <Field
          label="Picture"
          value={agent.avatarUrl ?? ""}
          placeholder="https://…"
          help="The address of a square picture. Left empty, the assistant has a mark of its own."
          error={problems["agent.avatarUrl"] ?? null}
          onValue={(text) => set({ avatarUrl: text.trim() === "" ? undefined : text.trim() })}
        />
        {agent.avatarUrl && /^https:/.test(agent.avatarUrl) && (
          <img src={agent.avatarUrl} alt="The picture, as shoppers see it" width="40" height="40" />
        )}
      </div>
      <AreaField
        label="Greeting"
        value={agent.greeting ?? ""}
        rows={2}
        maxLength={300}
        placeholder="Welcome to {shop}, good to see you."
        help="Your own first words to new shoppers. That they talk with an AI is said in any case. Left empty, the assistant finds words itself."
        error={problems["agent.greeting"] ?? null}
        onValue={(text) => set({ greeting: text.trim() === "" ? undefined : text })}
      />
      <AreaField
        label="What the chat says of itself"
        value={agent.disclosure}
        rows={2}
        maxLength={300}
        help="Stands behind the sign “AI assistant”. {name} and {shop} are filled in."
        error={problems["agent.disclosure"] ?? null}
        onValue={(disclosure) => set({ disclosure })}
      />
    </Section>
  );
}

export function Looks({ draft, problems, onDraft }: SectionProps) {
  const { theme } = draft;
  const set = (values: Partial<AgentSettings["theme"]>) =>
    onDraft({ ...draft, theme: { ...theme, ...values } });
  return (
    <Section title="Looks" about="The button on your pages and the chat that it opens.">
      <Field
        label="Colour"
        value={theme.accent}
        help="As your shop writes it, such as #2f5d50."
        error={problems["theme.accent"] ?? null}
        onValue={(accent) => set({ accent })}
      />
      <Select
        label="Light or dark"
        value={theme.scheme}
        options={[
          { value: "auto", name: "As the page is" },
          { value: "light", name: "Light" },
          { value: "dark", name: "Dark" },
        ]}
        onValue={(scheme) => set({ scheme })}
      />
      <Select
        label="Corner"
        value={theme.position}
        options={[
          { value: "right", name: "On the right" },
          { value: "left", name: "On the left" },
        ]}
        onValue={(position) => set({ position })}
      />
    </Section>
  );
}

const REASONS = [
  {
    reason: "product-dwell",
    rule: "productDwellMs",
    on: "Somebody looks at a product for a while",
    label: "Seconds on the page",
    per: SECOND,
  },
  {
    reason: "product-compare",
    rule: "compareVisits",
    on: "Somebody goes back and forth between two products",
    label: "Times they came back",
    per: 1,
  },
  {
    reason: "cart-idle",
    rule: "cartIdleMs",
    on: "A filled cart is left standing",
    label: "Seconds without a move",
    per: SECOND,
  },
  {
    reason: "no-results",
    rule: "noResultsMs",
    on: "Your shop's search finds nothing",
    label: "Seconds after it",
    per: SECOND,
  },
  {
    reason: "return-visit",
    rule: "returnAfterMs",
    on: "Somebody comes back who has talked before",
    label: "Hours away",
    per: HOUR,
  },
] as const;

export function Openings({ draft, problems, onDraft }: SectionProps) {
  const { opening } = draft;
  const set = (values: Partial<AgentSettings["opening"]>) =>
    onDraft({ ...draft, opening: { ...opening, ...values } });
  return (
    <Section
      title="Speaking first"
      about="When the assistant may begin. Whoever waves it off is left in peace."
    >
      <Switch
        label="The assistant may speak first"
        isOn={opening.enabled}
        onSwitch={(enabled) => set({ enabled })}
      />
      {opening.enabled && (
        <>
          {REASONS.map(({ reason, rule, on, label, per }) => {
            const isOn = !opening.withheld.includes(reason);
            return (
              <div key={reason} class="agent-rule">
                <Switch
                  label={on}
                  isOn={isOn}
                  onSwitch={(wanted) =>
                    set({
                      withheld: wanted
                        ? opening.withheld.filter((one) => one !== reason)
                        : [...opening.withheld, reason],
                    })
                  }
                />
                {isOn && (
                  <Amount
                    label={label}
                    value={opening[rule]}
                    perUnit={per}
                    error={problems[`opening.${rule}`]}
                    onValue={(value) => set({ [rule]: value })}
                  />
                )}
              </div>
            );
          })}
          <Amount
            label="Minutes of quiet after it spoke first, or was waved off once"
            value={opening.pauseMs}
            perUnit={MINUTE}
            error={problems["opening.pauseMs"]}
            onValue={(pauseMs) => set({ pauseMs })}
          />
          <Amount
            label="Days of quiet after it was waved off twice"
            value={opening.quietMs}
            perUnit={DAY}
            error={problems["opening.quietMs"]}
            onValue={(quietMs) => set({ quietMs })}
          />
        </>
      )}
    </Section>
  );
}

export function Silence({ draft, problems, onDraft }: SectionProps) {
  const { silence } = draft;
  const set = (values: Partial<AgentSettings["silence"]>) =>
    onDraft({ ...draft, silence: { ...silence, ...values } });
  return (
    <Section
      title="Into a silence"
      about="One useful thing more when a shopper says nothing, twice at the most."
    >
      <Switch
        label="The assistant may follow up"
        isOn={silence.enabled}
        onSwitch={(enabled) => set({ enabled })}
      />
      {silence.enabled && (
        <>
          <Amount
            label="Seconds of silence before the first time"
            value={silence.firstMs}
            perUnit={SECOND}
            error={problems["silence.firstMs"]}
            onValue={(firstMs) => set({ firstMs })}
          />
          <Amount
            label="Seconds more before the second and last"
            value={silence.secondMs}
            perUnit={SECOND}
            error={problems["silence.secondMs"]}
            onValue={(secondMs) => set({ secondMs })}
          />
        </>
      )}
    </Section>
  );
}

export function Practice({ draft, problems, onDraft }: SectionProps) {
  const { memory, model } = draft;
  return (
    <Section title="People, memory and model" about="What the assistant may lean on.">
      <Switch
        label="A person can take over"
        help="Switched on, the assistant offers one where it cannot help."
        isOn={draft.humanAvailable}
        onSwitch={(humanAvailable) => onDraft({ ...draft, humanAvailable })}
      />
      <Amount
        label="Days until what a shopper said fades"
        value={memory.days}
        help="0 remembers nothing from one visit to the next."
        error={problems["memory.days"]}
        onValue={(days) => onDraft({ ...draft, memory: { ...memory, days } })}
      />
      <Field
        label="Language and region"
        value={draft.locale}
        help="Such as en-US or en-GB: how prices and dates are written. The assistant's own words are English; other languages take a language model."
        error={problems.locale ?? null}
        onValue={(locale) => onDraft({ ...draft, locale })}
      />
      <Switch
        label="Use the language model, where the server has one"
        help="It finds the words and decides nothing. Without it the built-in voice speaks."
        isOn={model.enabled}
        onSwitch={(enabled) => onDraft({ ...draft, model: { ...model, enabled } })}
      />
      <Field
        label="Tokens a day"
        type="number"
        min={0}
        value={model.tokensPerDay === null ? "" : String(model.tokensPerDay)}
        help="Left empty, as the server is set up. When they are used up, the built-in voice goes on."
        error={problems["model.tokensPerDay"] ?? null}
        onValue={(text) =>
          onDraft({ ...draft, model: { ...model, tokensPerDay: text.trim() === "" ? null : Number(text) } })
        }
      />
    </Section>
  );
}
