export interface DatabaseSize {
  size: ;
}

export interfce DatabaseSpec {
  user: string;
}
