export interface DatabaseSpec {
  user: string;
  password string;
}

// +genclinet
export interface Database {
  size: number;
