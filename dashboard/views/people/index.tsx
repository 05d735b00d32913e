/** Who may sign in, which keys there are, and what was done. For owners; everybody may sign themselves out everywhere. */
import { useState } from "preact/hooks";
import {
  changeRole,
  inviteMember,
  type ListedMember,
  linkFor,
  listMembers,
  type OneTimeLink,
  readAudit,
  removeMember,
} from "../../api/people.ts";
import { type Role, signOut } from "../../api/session.ts";
import { useMay, useSession, useSessionState } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { CopyField } from "../../parts/copy-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { tellAgo, tellMinute } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { Keys } from "./keys.tsx";

const ROLES: { value: Role; name: string }[] = [
  { value: "owner", name: "Owner: everything, also people and keys" },
  { value: "editor", name: "Editor: changes what the assistant does" },
  { value: "viewer", name: "Viewer: looks, and changes nothing" },
];

export default function People() {
  const isOwner = useMay("owner");
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <PageHead
        title="People"
        about="Who looks after this shop's assistant."
        actions={
          <>
            <SignOutEverywhere />
            {isOwner && (
              <Button kind="primary" onClick={() => setInviting(true)}>
                Invite…
              </Button>
            )}
          </>
        }
      />
      {isOwner ? (
        <OwnersPage isInviting={isInviting} onInvited={() => setInviting(false)} />
      ) : (
        <p class="notice">An owner of the shop sees its people and keys here, and can invite others.</p>
      )}
    </>
  );
}

function OwnersPage({ isInviting, onInvited }: { isInviting: boolean; onInvited: () => void }) {
  const members = useResource("members", listMembers);
  const [link, setLink] = useState<{ email: string; link: OneTimeLink } | null>(null);
  const [leaving, setLeaving] = useState<ListedMember | null>(null);
  const run = (work: Promise<unknown>, done: string, undo: (() => void) | null = null) =>
    work.then(() => {
      toast(done, undo);
      members.reload();
    }, toastError);
  return (
    <>
      <section class="card" aria-labelledby="members">
        <div class="card-head">
          <h2 id="members">Members</h2>
        </div>
        <Loaded resource={members}>
          {(all) => (
            <Members
              all={all}
              onRole={({ id, email, role: before }, role) =>
                run(changeRole(id, role), `${email} is ${role} now.`, () =>
                  run(changeRole(id, before), `${email} is ${before} again.`),
                )
              }
              onRemove={setLeaving}
              onLink={({ id, email }) =>
                linkFor(id).then((made) => setLink({ email, link: made }), toastError)
              }
            />
          )}
        </Loaded>
      </section>
      <Keys />
      <Audit />
      {isInviting && (
        <InviteDialog
          onClose={onInvited}
          onMade={(email, made) => {
            onInvited();
            setLink({ email, link: made });
            members.reload();
          }}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={`Remove ${leaving.email}?`}
          says="They are signed out at once and can no longer sign in. What they did stays in the log below; you can invite them anew."
          doIt="Remove"
          onClose={() => setLeaving(null)}
          onSay={() => run(removeMember(leaving.id), `${leaving.email} can no longer sign in.`)}
        />
      )}
      {link && (
        <Dialog title={`A link for ${link.email}`} onClose={() => setLink(null)}>
          <p class="soft">
            Send it to them yourself. Whoever opens it chooses a password and is in. It works once, until{" "}
            {tellMinute(link.link.expiresAt)}, and is shown only here.
          </p>
          <CopyField label="One-time link" value={link.link.url} />
        </Dialog>
      )}
    </>
  );
}

function Members({
  all,
  onRole,
  onRemove,
  onLink,
}: {
  all: ListedMember[];
  onRole: (member: ListedMember, role: Role) => void;
  onRemove: (member: ListedMember) => void;
  onLink: (member: ListedMember) => void;
}) {
  const me = useSession().member.id;
  return (
    <TableScroll label="Members">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">E-mail address</th>
            <th scope="col">Role</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span class="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.email} {member.id === me && <span class="badge">you</span>}
              </th>
              <td>
                <Select
                  label={`Role of ${member.email}`}
                  isLabelHidden
                  value={member.role}
                  options={ROLES.map(({ value }) => ({ value, name: value }))}
                  onValue={(role) => onRole(member, role)}
                />
              </td>
              <td class="soft nowrap">{member.lastSeenAt ? tellAgo(member.lastSeenAt) : "never"}</td>
              <td class="number">
                <Button kind="quiet" onClick={() => onLink(member)}>
                  New link
                </Button>
                {member.id !== me && (
                  <Button kind="quiet" onClick={() => onRemove(member)}>
                    Remove…
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function InviteDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (email: string, link: OneTimeLink) => void;
}) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [error, setError] = useState<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    inviteMember(email.trim(), role).then(
      (link) => onMade(email, link),
      (failure: Error) => setError(failure.message),
    );
  };
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field label="E-mail address" type="email" required value={email} onValue={setEmail} error={error} />
        <Select label="Role" value={role} options={ROLES} onValue={setRole} />
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Make the link
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Audit() {
  const audit = useResource("audit", readAudit);
  return (
    <section class="card" aria-labelledby="audit">
      <div class="card-head">
        <h2 id="audit">What was done</h2>
      </div>
      <div class="card-body">
        <Loaded resource={audit}>
          {(all) =>
            all.length === 0 ? (
              <p class="soft">Nothing yet. Signing in and every change is kept here, with who did it.</p>
            ) : (
              <ol class="rows">
                {all.map(({ id, at, by, action }) => (
                  <li key={id}>
                    <span>
                      <code>{action}</code> <span class="soft">by {by}</span>
                    </span>
                    <time class="small soft nowrap" dateTime={at}>
                      {tellMinute(at)}
                    </time>
                  </li>
                ))}
              </ol>
            )
          }
        </Loaded>
      </div>
    </section>
  );
}

function SignOutEverywhere() {
  const { enter } = useSessionState();
  return (
    <Button onClick={() => signOut("everywhere").then(() => enter(null), toastError)}>
      Sign out everywhere
    </Button>
  );
}
