import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
}

export function deepCopyDatabase(from: Database, to: Database): Database {
  return Object.assign(to, from);
}

export const deepCopyDatabaseSpec = async (input: DatabaseSpec): Promise<DatabaseSpec> => input;

export function deepCopyDatabaseList(input: string): DatabaseList {
  return JSON.parse(input);
}

export interface Phase {
  name: string;
}

export function deepcopyPhase(input: Phase): Phase {
  return { ...input };
}

export interface Volume {
  size: string;
}

function deepCopyVolume(input: Volume): Volume {
  return { ...input };
}

export const copies = [deepCopyVolume];

export interface Mount {
  path: string;
}

export function DeepCopyIntoMount(input: Mount, output: Mount): void {
  output.path = input.path;
}

export interface Claim {
  path: string;
}

export function deepCopyIntoClaim(output: Claim, input: Readonly<Claim>): void {
  output.path = input.path;
}

export type Answer = Claim | null;

export function deepCopyIntoAnswer(input: Answer, output: Answer): void {
  if (input && output) output.path = input.path;
}

export interface Route {
  path: string;
}

function deepCopyIntoRoute(input: Route, output: Route): void {
  output.path = input.path;
}

export const more = [deepCopyIntoRoute];
