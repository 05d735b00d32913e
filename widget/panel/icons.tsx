const Icon = ({ path, size = 20 }: { path: string; size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />;
export const MoreIcon = () => (
  <svg class="icon dots" width={20} height={20} viewBox="0 0 20 20" aria-hidden="true">
    <path d="M4 10h.01M10 10h.01M16 10h.01" />
  </svg>
);
export const SendIcon = () => <Icon path="M10 16V4.500M4.800 9.500L10 4.300l5.200 5.200" />;
export const DownIcon = () => <Icon size={16} path="M10 4v11.500M5 10.800l5 5 5-5" />;
export const ChevronIcon = () => <Icon size={14} path="M5 7.500l5 5 5-5" />;
export const StarIcon = () => (
  <svg class="star" width="13" height="13" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M10 1.500l2.600 5.500 6 .8-4.400 4.200 1.100 6L10 15.100 4.700 18l1.100-6L1.400 7.800l6-.8z" />
  </svg>
);

/** The opening quotation mark: the sign of somebody who speaks first. */
export const Mark = ({ size }: { size: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    <path d="M8.500 4.200C6.400 5.100 5.200 6.700 5.100 8.300c1.900 0 3.400 1.400 3.400 3.300S7.100 15 5.200 15 1.500 13.400 1.500 10.700c0-3.600 2.400-6.900 6.100-8.300zM18.300 4.200c-2.100.9-3.300 2.500-3.400 4.100 1.900 0 3.400 1.400 3.400 3.300S16.900 15 15 15s-3.700-1.600-3.700-4.300c0-3.600 2.400-6.900 6.100-8.300z" />
  </svg>
);
