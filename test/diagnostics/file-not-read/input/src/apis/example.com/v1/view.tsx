/** View is shown. */
export interface View {
  // +optional
  name?: string;
}
