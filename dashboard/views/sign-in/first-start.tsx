import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { begin } from "../../api/sites.ts";
import { useSessionState } from "../../frame/session-state.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldsOf, newDraft, ShopFields } from "../setup/shop-fields.tsx";
import { DoorPage } from "./door.tsx";
import { NewPassword } from "./new-password.tsx";

/** Where the link of a server leads that nobody has set up: the first owner and their shop. */
export function FirstStart({ token }: { token: string }) {
  const { enter } = useSessionState();
  const { route } = useLocation();
  const [email, setEmail] = useState("");
  const [draft, setDraft] = useState(newDraft);
  return (
    <DoorPage
      title="Set up your shop"
      about="You become its owner. Everything here can be changed later; the catalog and the script tag come next."
    >
      <NewPassword
        verb="Create the shop"
        before={
          <>
            <ShopFields draft={draft} onDraft={setDraft} />
            <Field
              label="Your e-mail address"
              type="email"
              autocomplete="username"
              required
              value={email}
              onValue={setEmail}
              help="You sign in with it. Nothing is sent to it."
            />
          </>
        }
        save={async (password) => {
          const session = await begin(token, { email: email.trim(), password }, fieldsOf(draft));
          route("/dashboard/setup", true);
          enter(session);
        }}
      />
    </DoorPage>
  );
}
