import { useRoute } from "preact-iso/router";
import { ConversationsList } from "./list.tsx";
import { Transcript } from "./transcript.tsx";

/** All conversations, or the one whose id is in the address. */
export default function Conversations() {
  const { id } = useRoute().params;
  return id ? <Transcript key={id} id={id} /> : <ConversationsList />;
}
