export const region = "eu";
