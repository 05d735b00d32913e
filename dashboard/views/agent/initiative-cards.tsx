/** When the agent speaks unasked. */
import { Card, type CardProps, settingIn } from "./card.tsx";
import { Amount, DAYS, MINUTES, SECONDS, Switch } from "./inputs.tsx";
import { REASONS } from "./scenes.ts";

export function OpeningsCard(card: CardProps) {
  const enabled = settingIn(card, "opening", "enabled");
  const withheld = settingIn(card, "opening", "withheld");
  return (
    <Card title="Speaking first" about="A line beside the button, when a shopper seems to need one.">
      <Switch label="The agent may speak first" isOn={enabled.value} onSwitch={enabled.put} />
      {enabled.value && (
        <>
          <h3>When a shopper…</h3>
          <ul class="agent-rules">
            {REASONS.map(({ reason, rule, title, label, unit }) => {
              const isOn = !withheld.value.includes(reason);
              const others = withheld.value.filter((one) => one !== reason);
              return (
                <li key={reason}>
                  <Switch
                    label={title}
                    isOn={isOn}
                    onSwitch={(wanted) => withheld.put(wanted ? others : [...others, reason])}
                  />
                  {isOn && <Amount label={label} unit={unit} setting={settingIn(card, "opening", rule)} />}
                </li>
              );
            })}
          </ul>
          <div class="field-pair">
            <Amount
              label="Quiet after it spoke or was waved off"
              unit={MINUTES}
              setting={settingIn(card, "opening", "pauseMs")}
            />
            <Amount
              label="Quiet after being waved off twice"
              unit={DAYS}
              setting={settingIn(card, "opening", "quietMs")}
            />
          </div>
        </>
      )}
    </Card>
  );
}

export function SilenceCard(card: CardProps) {
  const enabled = settingIn(card, "silence", "enabled");
  return (
    <Card
      title="Following up on silence"
      about="One useful thing more when no answer comes: twice at most, and never after a goodbye."
    >
      <Switch label="The agent may follow up" isOn={enabled.value} onSwitch={enabled.put} />
      {enabled.value && (
        <div class="field-pair">
          <Amount
            label="Silence before the first"
            unit={SECONDS}
            setting={settingIn(card, "silence", "firstMs")}
          />
          <Amount
            label="Silence before the second"
            unit={MINUTES}
            setting={settingIn(card, "silence", "secondMs")}
          />
        </div>
      )}
    </Card>
  );
}
