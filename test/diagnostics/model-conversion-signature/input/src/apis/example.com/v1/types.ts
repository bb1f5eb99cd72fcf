export interface Cache {
  memory: string;
}

export interface Engine {
  name: string;
}
