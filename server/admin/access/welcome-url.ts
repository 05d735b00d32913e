/** The address of a one-time link [ADM-5]. The token stands after the number sign: what stands there reaches no server's log. */
export function welcomeUrl(origin: string, token: string): string {
  return `${origin}/dashboard/welcome#${token}`;
}
