interface Drawing {
  path: string;
  size?: number;
  name?: string;
}

const Icon = ({ path, size = 20, name = "icon" }: Drawing) => (
  <svg class={name} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />;
export const MoreIcon = () => <Icon name="icon dots" path="M4 10h.01M10 10h.01M16 10h.01" />;
export const SendIcon = () => <Icon path="M10 16V4.5M4.8 9.5L10 4.3l5.2 5.2" />;
export const DownIcon = () => <Icon size={16} path="M10 4v11.5M5 10.8l5 5 5-5" />;
export const ChevronIcon = () => <Icon size={14} path="M5 7.5l5 5 5-5" />;
export const StarIcon = () => (
  <Icon name="star" size={13} path="M10 1.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L10 15.1 4.7 18l1.1-6L1.4 7.8l6-.8z" />
);

/** The opening quotation mark: the sign of somebody who speaks first. */
export const Mark = ({ size }: { size: number }) => (
  <Icon
    name="mark"
    size={size}
    path="M8.5 4.2C6.4 5.1 5.2 6.7 5.1 8.3c1.9 0 3.4 1.4 3.4 3.3S7.1 15 5.2 15 1.5 13.4 1.5 10.7c0-3.6 2.4-6.9 6.1-8.3zM18.3 4.2c-2.1.9-3.3 2.5-3.4 4.1 1.9 0 3.4 1.4 3.4 3.3S16.9 15 15 15s-3.7-1.6-3.7-4.3c0-3.6 2.4-6.9 6.1-8.3z"
  />
);
