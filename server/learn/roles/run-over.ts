/** Ends a run of self-play with models, or the part of it that is left: nothing built in may stand in for this. */
export class RunOver extends Error {
  override readonly name = "RunOver";
  readonly code: "roles/tokens-spent" | "roles/other-run" | "roles/model-fails" | "roles/record-fails";
  constructor(code: RunOver["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
