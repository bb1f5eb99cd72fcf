export class User {
  name = "";
}

export interface DatabaseSpec {
  user: User;
}
