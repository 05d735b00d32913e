/** Something the user can do something about; the message is the one line that is printed. */
export class CommandFailure extends Error {}
