export interface Database {
  specs: string;
}
