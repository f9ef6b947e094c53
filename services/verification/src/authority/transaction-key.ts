/** The key under which the words of an answer are sealed: its filing may not be known yet. */
export const transactionKeyName = (transactionId: string): string => `transaction:${transactionId}`;
