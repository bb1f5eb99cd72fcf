/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: Usr;
  storage: Storage;
  phase: Phase;
  at: Tme;
  created: Time;
  home: meta.ObjectMeta;
}

export interface User {
  name: string;
}
