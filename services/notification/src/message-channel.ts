/** One message to one person. `key` is the same at every try, so that the other side can tell a second one. */
export interface Message {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The other side will not take it now; `seconds` if it said when. */
export class SendLater extends Error {
  constructor(
    readonly reason: string,
    readonly seconds?: number,
  ) {
    super(`the message cannot be sent now: ${reason}`);
    this.name = 'SendLater';
  }
}

/** The other side will never take it: an address that does not exist, a text it refuses. */
export class SendRefused extends Error {
  constructor(readonly reason: string) {
    super(`the message is refused: ${reason}`);
    this.name = 'SendRefused';
  }
}

/** Port to who carries messages. Answers the carrier's id once it was taken; throws `SendLater` or `SendRefused`. */
export interface MessageChannel {
  send(message: Message): Promise<string>;
}
