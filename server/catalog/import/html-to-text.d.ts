/** What is used of html-to-text, which ships no types of its own. */
declare module "html-to-text" {
  export interface HtmlToTextOptions {
    wordwrap?: number | false;
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
    limits?: { maxInputLength?: number; maxDepth?: number; ellipsis?: string };
  }
  export function compile(options?: HtmlToTextOptions): (html: string) => string;
}
