// Numbers with a check digit, as govalidator checks them.

const isbnSeparators = /[\t\n\f\r -]+/g;
const isbn10 = /^(?:[0-9]{9}X|[0-9]{10})$/;
const isbn13 = /^[0-9]{13}$/;
const ssn = /^\d{3}[- ]?\d{2}[- ]?\d{4}$/;
const cardNumber =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$/;

export function isISBN10(text: string): boolean {
  const characters = text.replace(isbnSeparators, "");
  if (!isbn10.test(characters)) return false;
  const sum = [...characters].reduce(
    (total, digit, index) => total + (index + 1) * (digit === "X" ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
}

export function isISBN13(text: string): boolean {
  const characters = text.replace(isbnSeparators, "");
  if (!isbn13.test(characters)) return false;
  const sum = [...characters.slice(0, 12)].reduce(
    (total, digit, index) => total + (index % 2 === 0 ? 1 : 3) * Number(digit),
    0,
  );
  return Number(characters[12]) === (10 - (sum % 10)) % 10;
}

/** Of eleven characters, so that both separators are there although the pattern makes them optional. */
export function isSSN(text: string): boolean {
  return text.length === 11 && ssn.test(text);
}

/** A number of a known issuer whose Luhn sum is right; what is no digit does not count. */
export function isCreditCard(text: string): boolean {
  const number = text.replace(/[^0-9]+/g, "");
  if (!cardNumber.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
