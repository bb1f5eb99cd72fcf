export const text = "text";
export const template = `no substitution`;
export const cast = ("cast" as const) satisfies string;
export const negative = -3,
  positive = +4.5;
export const list = [1, "a", [true, null]] as const;
export const object = { a: 1, "b-c": { 2: false } };
export const computed = 60 * 60;
export const spread = [...list];
export const method = { call() {} };
export const short = { text };
export let changing = "changing";
const renamed = "renamed";
const hidden = "hidden";
export { renamed as other };
export const arrow = (): string => hidden;
