/** A file that cannot be read at all, or not with certainty: in the words of the person who will mend it. */
export class SheetFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SheetFault';
  }
}
