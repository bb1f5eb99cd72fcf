// +union
export interface Source {
  // +unionDiscriminator
  kind: string;
  // +unionDiscriminator
  type: string;
  // +unionDeprecated
  file: string;
}

export interface Target {
  // +unionDiscriminator
  // +union
  kind: string;
  // +union
  file?: string;
}

// +union
export interface Alone {
  name: string;
}
