export interface Silent {
  // +default="1"
  level?: string;
}
