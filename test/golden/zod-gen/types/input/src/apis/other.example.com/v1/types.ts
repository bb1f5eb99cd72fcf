export interface Backup {
  schedule: string;
}
