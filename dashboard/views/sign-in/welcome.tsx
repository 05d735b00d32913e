import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { welcome } from "../../api/session.ts";
import { useSessionState } from "../../frame/session-state.tsx";
import { DoorPage } from "./door.tsx";
import { FirstStart } from "./first-start.tsx";
import { NewPassword } from "./new-password.tsx";

/** Where a one-time link leads. Its token stands behind the #, which browsers send to nobody. */
export default function Welcome() {
  const { enter } = useSessionState();
  const { route } = useLocation();
  const [token] = useState(() => location.hash.slice(1));
  if (token === "")
    return (
      <DoorPage
        title="This link is not whole"
        about="Open it from the message it came in, or ask an owner of the shop for another."
      >
        <p>
          <a href="/dashboard/">Sign in instead</a>
        </p>
      </DoorPage>
    );
  if (token.startsWith("setup-")) return <FirstStart token={token} />;
  return (
    <DoorPage title="Welcome" about="Choose a password, and you are in. The link works once.">
      <NewPassword
        verb="Set the password"
        save={async (password) => {
          const session = await welcome(token, password);
          route("/dashboard/", true);
          enter(session);
        }}
      />
    </DoorPage>
  );
}
