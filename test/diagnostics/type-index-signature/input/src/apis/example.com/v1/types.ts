export interface Labels {
  app: string;
  [name: string]: string;
}

export interface MoreLabels extends Labels {
  [name: string]: string;
}

export interface DatabaseSpec {
  labels: { app: string; [name: string]: string };
}
