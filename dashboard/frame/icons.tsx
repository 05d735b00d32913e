/** Line drawings on a grid of 16, in the colour of the text. They stand beside words, so readers of screens skip them. */
const PATHS = {
  overview: "M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6",
  strategies: "M3 4h4l2 4-2 4H3M9 8h4.5",
  conversations: "M13.5 7.5a5 5 0 0 1-5 5c-.9 0-1.8-.2-2.5-.6L2.5 13l1-3a5 5 0 1 1 10-2.5Z",
  policies: "M2.5 5h7M12.500 5h1M9.500 3.200v3.600M2.5 11h1M6.500 11h7M6.500 9.200v3.600",
  experiments: "M6.5 2.5h3M7 2.5v4L3 13h10L9 6.500v-4M5 10h6",
  gaps: "M6 6a2 2 0 1 1 2.8 1.800C8.2 8.1 8 8.5 8 9.200M8 11.500v.01M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  people:
    "M10.5 13.500v-1a3 3 0 0 0-3-3h-2a3 3 0 0 0-3 3v1M6.5 7a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.500M13.5 13.500v-1a3 3 0 0 0-2-2.800M10.5 2.700a2.25 2.25 0 0 1 0 4.1",
  search: "M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9M10.300 10.300l3.200 3.200",
  menu: "M2.5 4.500h11M2.5 8h11M2.5 11.500h11",
  close: "M4 4l8 8M12 4l-8 8",
  light:
    "M8 10.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M8 2v1.200M8 12.800V14M2 8h1.200M12.8 8H14M3.8 3.800l.8.8M11.4 11.400l.8.8M3.8 12.200l.8-.8M11.4 4.600l.8-.8",
  dark: "M13 9.500A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.500Z",
  system: "M2.5 3.500h11v7h-11zM6 13h4M8 10.500V13",
  out: "M9.5 11v2h-7V3h7v2M6.5 8h7M11.5 6l2 2-2 2",
  plus: "M8 3v10M3 8h10",
  copy: "M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3",
  check: "M3 8.500l3.5 3.500L13 4.5",
  warning: "M8 2.5 14 13H2ZM8 6.500v3M8 11.200v.01",
  download: "M8 2.500v7.500M5 7.500l3 3 3-3M2.5 13.500h11",
  setup:
    "M8 2.500v2.500M8 11v2.500M2.500 8h2.500M11 8h2.500M4.100 4.100l1.800 1.800M10.100 10.100l1.800 1.800M4.100 11.900l1.800-1.800M10.100 5.900l1.800-1.800",
  agent: "M3 5.500h10v7H3zM8 3v2.500M6 8.500v1M10 8.500v1",
  catalog: "M2.5 5 8 2.500 13.500 5v6L8 13.500 2.500 11ZM2.500 5 8 7.500 13.500 5M8 7.500v6",
  updown: "M5.5 6.500 8 4l2.500 2.500M5.500 9.500 8 12l2.500-2.500",
  upload: "M8 10.500V3M5 6l3-3 3 3M2.5 13.500h11",
  right: "M6 3.5 10.5 8 6 12.5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
