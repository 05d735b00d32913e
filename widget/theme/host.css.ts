/** An `<overture-chat>` is a block that the page may size. The floating host has its own rules in the loader. */
export const hostCss = `
:host(overture-chat) {
  display: block !important;
  min-height: 480px;
  min-width: 0;
  border-radius: 18px;
}
:host(overture-chat) .overture {
  display: flex;
  height: 100%;
  min-height: inherit;
  border-radius: inherit;
}
`;
