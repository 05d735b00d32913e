import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: "plain" | "primary" | "danger" | "quiet";
  children: ComponentChildren;
}

/** `primary` is what the page is for: one at the most. `danger` cannot be taken back. */
export function Button({ kind = "plain", children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button button-${kind}`}>
      {children}
    </button>
  );
}

export function ButtonLink({
  kind = "plain",
  href,
  children,
}: {
  kind?: "plain" | "primary" | "quiet";
  href: string;
  children: ComponentChildren;
}) {
  return (
    <a href={href} class={`button button-${kind}`}>
      {children}
    </a>
  );
}
