import { useState } from "preact/hooks";
import { changePassword } from "../../api/session.ts";
import { useSession, useSessionState } from "../../frame/session-state.tsx";
import { Field } from "../../parts/field.tsx";
import { DoorPage } from "./door.tsx";
import { NewPassword } from "./new-password.tsx";

/** Whoever came in with a password that somebody else has seen chooses one that nobody has. */
export default function FirstPassword() {
  const session = useSession();
  const { enter } = useSessionState();
  const [current, setCurrent] = useState("");
  return (
    <DoorPage
      title="Choose a password"
      about={`The one you have used was for once. You are ${session.member.email}.`}
    >
      <Field
        label="The password you were given"
        type="password"
        autocomplete="current-password"
        value={current}
        onValue={setCurrent}
      />
      <NewPassword
        verb="Go on"
        save={async (next) => {
          enter(await changePassword(current, next));
        }}
      />
    </DoorPage>
  );
}
