/**
 * Tells the time of this machine: for logs, leases and ages. It decides no deadline of a filing; those come as an
 * argument from the workflow (`at`). Also the injection token.
 */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
