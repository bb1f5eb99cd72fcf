export enum Ignored {}
