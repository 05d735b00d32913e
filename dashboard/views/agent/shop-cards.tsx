/** What the agent keeps in mind, and who is not counted. */
import { Card, type CardProps, problemAt, Shipped, settingIn } from "./card.tsx";
import { Amount, HOURS, Lines } from "./inputs.tsx";

export function MemoryCard(card: CardProps) {
  return (
    <Card
      title="Memory"
      about="What it remembers of a shopper from one visit to the next. Shoppers can have it erased."
    >
      <div class="field-pair">
        <Amount
          label="Remembers for"
          unit={{ size: 1, one: "day" }}
          help="0: nothing from one visit to the next."
          setting={settingIn(card, "memory", "days")}
        />
        <Amount
          label="Begins anew after a pause of"
          unit={{ ...HOURS, size: 1 }}
          help="Whoever comes back later than this is welcomed back in a new conversation."
          setting={settingIn(card, "memory", "pauseHours")}
        />
      </div>
    </Card>
  );
}

export function StaffCard(card: CardProps) {
  const ids = settingIn(card, "outcomes", "staffUserIds");
  const addresses = settingIn(card, "outcomes", "staffAddresses");
  return (
    <Card title="Who is not counted" about="Visits of your own people, left out of every figure.">
      <Shipped name="User ids" as="nobody" reset={ids.reset}>
        <Lines
          label="User ids"
          help="One a line, as your shop signs them in."
          error={problemOfLines(card.problems, "outcomes.staffUserIds", ids.value)}
          lines={ids.value}
          onLines={ids.put}
        />
      </Shipped>
      <Shipped name="Internet addresses" as="none" reset={addresses.reset}>
        <Lines
          label="Internet addresses"
          help="One a line: an address of your office such as 203.0.113.7, or a range such as 203.0.113.0/24."
          error={problemOfLines(card.problems, "outcomes.staffAddresses", addresses.value)}
          lines={addresses.value}
          onLines={addresses.put}
        />
      </Shipped>
    </Card>
  );
}

/** Of the first line that is wrong: "outcomes.staffAddresses.2". */
function problemOfLines(
  problems: CardProps["problems"],
  setting: string,
  lines: readonly string[],
): string | null {
  const place = lines.findIndex((_, index) => problems[`${setting}.${index}`] !== undefined);
  if (place === -1) return problemAt(problems, setting);
  return `“${lines[place]}” ${problems[`${setting}.${place}`]}.`;
}
