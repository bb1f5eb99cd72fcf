export const newest = "v2";
