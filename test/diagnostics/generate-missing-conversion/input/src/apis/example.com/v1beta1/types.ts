export interface Cache {
  engineName: string;
  memory?: string;
  mode: string;
  size: string | null;
}
