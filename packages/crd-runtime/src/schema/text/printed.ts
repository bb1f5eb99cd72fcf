/** A value that the server prints in its own way: a Go struct, whose members have an order and Go's names. */
export class Printed {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
